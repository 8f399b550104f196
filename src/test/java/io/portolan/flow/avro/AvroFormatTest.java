package io.portolan.flow.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flow.Decoded;
import io.portolan.flow.FlowParser;
import io.portolan.flow.LogRecords;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.schema.Action;
import io.portolan.schema.FlowLog;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class AvroFormatTest {
    private final FlowParser parser = AvroFormat.format().parser().apply(List.of());

    @Test
    void canonicalBytesAreViewedAsTheyAre() throws Exception {
        Decoded flow = Decoded.of(parser.read(canonical(flow())));

        assertThat(flow)
                .isEqualTo(new Decoded(
                        6,
                        40000,
                        1274,
                        19,
                        Side.SOURCE,
                        Action.ACCEPT,
                        FlowState.CLOSED,
                        12,
                        3400,
                        9L,
                        1200L,
                        "192.0.2.1",
                        "2001:db8::2",
                        Instant.ofEpochMilli(1_566_848_875_000L),
                        Instant.ofEpochMilli(1_566_848_875_250L),
                        "probe-1",
                        1,
                        false,
                        "zeek-conn",
                        Map.of("uid", "C1")));
    }

    @Test
    void aFlowOutsideItsRangesIsNamed() throws Exception {
        byte[] bytes = canonical(flow().set("dst_port", 70_000));

        assertThatThrownBy(() -> parser.read(bytes))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("dst_port is 70000, not within 0-65535");
    }

    @Test
    void aMapBlockOfTheLowestCountIsRefused() throws Exception {
        byte[] flow = canonical(flow().set("attributes", Map.of()));
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(flow, 0, flow.length - 1);
        EncoderFactory.get().directBinaryEncoder(damaged, null).writeLong(Long.MIN_VALUE);
        damaged.write(0);

        assertThatThrownBy(() -> parser.read(damaged.toByteArray()))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("attributes (count) is " + Long.MIN_VALUE + ", more than the record holds");
    }

    @Test
    void aContainerFileOfAnotherSchemaIsResolvedToTheCurrentOne() throws Exception {
        Schema narrow = SchemaBuilder.record("FlowLog")
                .namespace("io.portolan.schema")
                .fields()
                .requiredString("dst_address")
                .requiredString("src_address")
                .requiredInt("protocol")
                .requiredInt("src_port")
                .requiredInt("dst_port")
                .requiredLong("start_time")
                .requiredLong("end_time")
                .endRecord();
        GenericRecord old = new GenericRecordBuilder(narrow)
                .set("dst_address", "192.0.2.2")
                .set("src_address", "192.0.2.1")
                .set("protocol", 17)
                .set("src_port", 40000)
                .set("dst_port", 53)
                .set("start_time", 1_566_848_875_000L)
                .set("end_time", 1_566_848_875_250L)
                .build();

        try (LogRecords records = open(container(narrow, old, old))) {
            Decoded flow = Decoded.of(parser.read(records.next().orElseThrow()));
            assertThat(flow.srcAddress()).isEqualTo("192.0.2.1");
            assertThat(flow.dstPort()).isEqualTo(53);
            assertThat(flow.endTime()).isEqualTo(Instant.ofEpochMilli(1_566_848_875_250L));
            assertThat(flow.tcpFlags()).isNull();
            assertThat(flow.sourceFormat()).isEqualTo("avro");
            assertThat(records.next()).isPresent();
            assertThat(records.next()).isEmpty();
        }
    }

    @Test
    void columnsAreRefusedAsThereAreNone() {
        assertThatThrownBy(() -> AvroFormat.format().parser().apply(List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the format avro has no columns to name; found [a]");
    }

    @Test
    void aFileThatIsNoContainerIsRefusedByName() {
        assertThatThrownBy(() -> open(new byte[] {'{', '}'}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not an Avro container file: ");
    }

    @Test
    void aCutContainerFileNamesTheRecord() throws Exception {
        Schema schema = SchemaBuilder.record("Other").fields().requiredInt("a").endRecord();
        byte[] other =
                container(schema, new GenericRecordBuilder(schema).set("a", 1).build());

        try (LogRecords records = open(other)) {
            assertThatThrownBy(records::next)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("record 1 of the Avro container file: ");
        }
        byte[] flows = container(FlowLog.getClassSchema(), flow().build(), flow().build());
        try (LogRecords records = open(Arrays.copyOf(flows, flows.length - 20))) {
            assertThatThrownBy(() -> {
                        records.next();
                        records.next();
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("of the Avro container file: ");
        }
    }

    private static LogRecords open(byte[] file) throws IOException {
        return AvroFormat.format().file().open(new ByteArrayInputStream(file));
    }

    private static byte[] container(Schema schema, GenericRecord... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, out);
            for (GenericRecord each : records) {
                writer.append(each);
            }
        }
        return out.toByteArray();
    }

    private static byte[] canonical(GenericRecordBuilder flow) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GenericDatumWriter<GenericRecord>(FlowLog.getClassSchema())
                .write(flow.build(), EncoderFactory.get().directBinaryEncoder(out, null));
        return out.toByteArray();
    }

    private static GenericRecordBuilder flow() {
        return new GenericRecordBuilder(FlowLog.getClassSchema())
                .set("protocol", 6)
                .set("src_port", 40000)
                .set("dst_port", 1274)
                .set("tcp_flags", 19)
                .set("initiator", new GenericData.EnumSymbol(Side.getClassSchema(), "SOURCE"))
                .set("action", new GenericData.EnumSymbol(Action.getClassSchema(), "ACCEPT"))
                .set("state", new GenericData.EnumSymbol(FlowState.getClassSchema(), "CLOSED"))
                .set("packets", 12L)
                .set("bytes", 3400L)
                .set("reverse_packets", 9L)
                .set("reverse_bytes", 1200L)
                .set("src_address", "192.0.2.1")
                .set("dst_address", "2001:db8::2")
                .set("start_time", 1_566_848_875_000L)
                .set("end_time", 1_566_848_875_250L)
                .set("observer", "probe-1")
                .set("sampling_rate", 1)
                .set("source_format", "zeek-conn")
                .set("attributes", Map.of("uid", "C1"));
    }
}
