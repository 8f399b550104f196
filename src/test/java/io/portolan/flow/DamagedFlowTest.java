package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no flow, or only nearly one. */
class DamagedFlowTest {
    /** Counting to any of the counts would take hours; a busy machine may let a thread wait for seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final byte[] NO_ATTRIBUTES = FlowLogs.encode(FlowLogs.plain());

    @Test
    void noPrefixOfAFlowIsAFlow() {
        Random random = new Random(6335);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = FlowLogs.encode(FlowLogs.random(random));
            for (int length = 0; length < bytes.length; length++) {
                byte[] prefix = Arrays.copyOf(bytes, length);

                assertThatExceptionOfType(UnreadableFlowException.class).isThrownBy(() -> Flow.of(prefix));
            }
        }
    }

    @Test
    void aViewEndsWhereItIsToldToAndNotWhereTheBytesEnd() {
        byte[] bytes = FlowLogs.encode(FlowLogs.plain());
        for (int length = 0; length < bytes.length; length++) {
            int end = length;

            assertThatExceptionOfType(UnreadableFlowException.class).isThrownBy(() -> Flow.of(bytes, 0, end));
        }
    }

    @Test
    void aByteBehindTheFlowIsRefused() {
        byte[] longer = Arrays.copyOf(NO_ATTRIBUTES, NO_ATTRIBUTES.length + 1);

        assertThatExceptionOfType(UnreadableFlowException.class)
                .isThrownBy(() -> Flow.of(longer))
                .withMessage("1 bytes follow the end of the flow");
    }

    @Test
    void damagedBytesAreRefusedOrReadAsTheLibraryReadsThem() throws Exception {
        Random random = new Random(5103);
        int accepted = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = FlowLogs.encode(FlowLogs.random(random));
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            accepted += readsAsTheLibrary(bytes) ? 1 : 0;
        }
        assertThat(accepted).isBetween(20_000, 190_000);
    }

    @Test
    void randomBytesAreNoFlow() throws Exception {
        Random random = new Random(33);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);

            assertThat(readsAsTheLibrary(bytes)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 60, Long.MAX_VALUE, Long.MIN_VALUE, -(1L << 60), 1_000, -1_000, 1, -1})
    void aCountThatTheRecordCannotHoldIsRefusedAtOnce(long count) {
        byte[] bytes = with(out -> {
            out.writeLong(count);
            if (count < 0) {
                out.writeLong(0);
            }
        });

        assertTimeoutPreemptively(
                PATIENCE, () -> refused(bytes, "attributes (count) is " + count + ", more than the record holds"));
    }

    @Test
    void aCountOfEmptyStringsIsBoundedByTheBytesThereAre() {
        byte[] bytes = with(out -> {
            out.writeLong(1L << 60);
            out.writeFixed(new byte[1 << 20]);
        });

        assertTimeoutPreemptively(PATIENCE, () -> refused(bytes, "more than the record holds"));
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, -1, 3})
    void aStringLongerThanTheRecordIsRefused(long length) {
        byte[] bytes = with(out -> {
            out.writeLong(1);
            out.writeLong(length);
        });

        refused(bytes, "attributes");
    }

    @Test
    void blocksOfAMapWithTheirSizesAreRead() throws Exception {
        byte[] bytes = with(out -> {
            out.writeLong(-1);
            out.writeLong(8);
            out.writeString("uid");
            out.writeString("abc");
            out.writeLong(2);
            out.writeString("a");
            out.writeString("b");
            out.writeString("c");
            out.writeString("");
            out.writeLong(0);
        });

        assertThat(Decoded.of(Flow.of(bytes)).attributes()).isEqualTo(Map.of("uid", "abc", "a", "b", "c", ""));
    }

    /** A reader that does not want the attributes steps over the block by its size, and would land anywhere. */
    @ParameterizedTest
    @ValueSource(longs = {0, 7, 9, 10})
    void aBlockOfAnotherSizeThanItSaysIsRefused(long size) {
        byte[] bytes = with(out -> {
            out.writeLong(-1);
            out.writeLong(size);
            out.writeString("uid");
            out.writeString("abc");
            out.writeLong(0);
        });

        refused(bytes, size > 9 ? "attributes (block size)" : "attributes has a block of another size than it says");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] bytes = with(out -> {
            out.writeLong(1);
            out.writeBytes(new byte[] {(byte) 0xc3, 0x28});
            out.writeString("");
            out.writeLong(0);
        });

        refused(bytes, "attributes is not UTF-8");
    }

    private static boolean readsAsTheLibrary(byte[] bytes) throws IOException {
        Flow flow;
        try {
            flow = Flow.of(bytes);
        } catch (UnreadableFlowException e) {
            return false;
        }
        GenericRecord log = FlowLogs.decode(bytes);
        assertThat(flow.protocol()).isEqualTo(log.get("protocol"));
        assertThat(flow.dstPort()).isEqualTo(log.get("dst_port"));
        assertThat(flow.state()).hasToString(log.get("state").toString());
        assertThat(flow.reverseBytes()).isEqualTo(log.get("reverse_bytes") == null ? -1L : log.get("reverse_bytes"));
        assertThat(flow.dstAddress()).isEqualTo(log.get("dst_address").toString());
        assertThat(flow.endTime()).isEqualTo(log.get("end_time"));
        assertThat(flow.sourceFormat()).isEqualTo(log.get("source_format").toString());
        assertThat(lastFieldAlone(bytes)).isEqualTo(log.get("attributes"));
        return true;
    }

    /** What a reader sees that wants one field only, and steps over all others. */
    private static Object lastFieldAlone(byte[] bytes) throws IOException {
        Schema attributes = Schema.createRecord("FlowLog", null, "io.portolan.schema", false);
        Schema.Field field = FlowLogs.SCHEMA.getField("attributes");
        attributes.setFields(List.of(new Schema.Field("attributes", field.schema())));
        return new GenericDatumReader<GenericRecord>(FlowLogs.SCHEMA, attributes)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null))
                .get("attributes");
    }

    private static void refused(byte[] bytes, String cause) {
        assertThatExceptionOfType(UnreadableFlowException.class)
                .isThrownBy(() -> Flow.of(bytes))
                .withMessageContaining(cause);
    }

    /** A flow whose attributes are written by hand. */
    private static byte[] with(Attributes attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(NO_ATTRIBUTES, 0, NO_ATTRIBUTES.length - 1);
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            attributes.writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private interface Attributes {
        void writeTo(BinaryEncoder out) throws IOException;
    }
}
