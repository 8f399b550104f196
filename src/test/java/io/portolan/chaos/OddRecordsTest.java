package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.job.AvroFlows;
import io.portolan.app.job.Brokers;
import io.portolan.app.job.ClusterHarness;
import io.portolan.app.job.JobProcess;
import io.portolan.app.job.Zeek;
import io.portolan.flow.FlowLogs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Records that are nothing like what a sensor sends, between those that are. */
@Timeout(300)
class OddRecordsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MEGABYTE = 1 << 20;
    private static final long DAY = 86_400;
    private static final long BEGIN = 1_700_000_000;
    private static final Map<String, String> INPUTS = Map.of(
            "inputs", "flows,zeek",
            "input.flows.format", "avro",
            "input.zeek.topic", "zeek",
            "input.zeek.format", "zeek-conn",
            // As large as the broker lets a client send.
            "kafka.producer.compression.type", "none");

    @TempDir
    private Path folder;

    private World world;

    @Test
    void endAsTheirFlowsOrAsDeadLettersAndTheOthersAreNotHeldUp() throws Exception {
        Map<String, String> broker = Map.of("message.max.bytes", Integer.toString(8 * MEGABYTE));
        BrokerOptions options =
                BrokerOptions.defaults().withDirectory(folder.resolve("broker")).withProperties(broker);
        try (World all = World.on(Brokers.inProcess(options), folder, "avro", INPUTS);
                JobProcess job = all.job("job", Map.of())) {
            world = all;
            framed();
            sizes();
            headers();
            times();
            zeek(sound("last"), 1, 0);
            world.feeder().flush();

            Balance balance = world.settle(PATIENCE);

            assertThat(job.stop()).isZero();
            assertThat(job.lines()).as("lines of the log").hasSizeLessThan(60);
            Scenario.ODD_RECORDS.passed(
                    balance, Map.of("lines of the log", job.lines().size()));
        }
    }

    private void framed() {
        Serializer<Object> avro = world.cluster().config().avro().serializer();
        byte[] flow = avro.serialize(ClusterHarness.FLOWS, AvroFlows.session(FlowLogs.SCHEMA));
        byte[] wrongMagic = flow.clone();
        wrongMagic[0] = 1;
        byte[] unknownId = flow.clone();
        unknownId[1] = 0x7f;
        avro(flow, 1, 0);
        avro(wrongMagic, 0, 1);
        avro(unknownId, 0, 1);
        avro(Arrays.copyOf(flow, 5), 0, 1);
        avro(Arrays.copyOf(flow, flow.length + 3), 0, 1);
        avro(avro.serialize("harbours", harbour()), 0, 1);
        avro(new byte[0], 0, 1);
        avro(null, 0, 1);
        avro(flow, 1, 0);
    }

    private void sizes() {
        // An empty line is no fault of anybody, and counted.
        zeek("", 0, 0);
        zeek(null, 0, 1);
        zeek("x".repeat(MEGABYTE), 0, 1);
        zeek("{\"uid\":\"" + "u".repeat(MEGABYTE), 0, 1);
        zeek("[".repeat(MEGABYTE), 0, 1);
        zeek("\u0000".repeat(MEGABYTE), 0, 1);
        zeek(sound("u".repeat(MEGABYTE)), 1, 0);
        zeek(sound("small"), 1, 0);
    }

    private void headers() {
        byte[] much = new byte[2 * MEGABYTE];
        zeekWith(new RecordHeader("much", much), sound("with headers"), 0, 1);
        zeekWith(new RecordHeader("some", new byte[100_000]), sound("with some headers"), 1, 0);
        zeekWith(new RecordHeader("none", null), sound("with a header of nothing"), 1, 0);
        zeekWith(new RecordHeader("much", much), "no flow", 0, 1);
    }

    private void times() {
        long year9999 = Instant.parse("9999-12-31T23:59:58Z").getEpochSecond();
        zeek(at(year9999), 0, 1);
        zeek(at(0), 0, 1);
        zeek(at(-DAY), 0, 1);
        zeek(at(Long.MAX_VALUE / 1_000), 0, 1);
        for (int i = 0; i < 50; i++) {
            zeek(at(BEGIN), 1, 0);
            zeek(at(BEGIN + (i * 7 % 20 - 10) * DAY), 1, 0);
        }
    }

    private void avro(byte @Nullable [] value, int flows, int letters) {
        world.feeder().send(ClusterHarness.FLOWS, new Line(0, value, flows, letters));
    }

    private void zeek(@Nullable String text, int flows, int letters) {
        byte[] value = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        world.feeder().send("zeek", new Line(0, value, flows, letters));
    }

    private void zeekWith(Header header, String text, int flows, int letters) {
        world.feeder().send("zeek", new Line(0, text.getBytes(StandardCharsets.UTF_8), flows, letters), header);
    }

    private static String sound(String uid) {
        return Zeek.tcp(uid, "198.51.100.7", 40_000, "192.0.2.10", 1274, "SF", "ShADadFf");
    }

    private static String at(long second) {
        return sound("at " + second).replace("\"ts\":1700000000.5", "\"ts\":" + second + ".5");
    }

    private static GenericRecord harbour() {
        Schema schema = Schema.createRecord(
                "Harbour",
                "No flow.",
                "test",
                false,
                List.of(new Schema.Field("depth", Schema.create(Schema.Type.INT), "Depth.", 3)));
        GenericRecord harbour = new GenericData.Record(schema);
        harbour.put("depth", 12);
        return harbour;
    }
}
