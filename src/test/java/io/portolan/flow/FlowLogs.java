package io.portolan.flow;

import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Flow logs as the Avro library has them: made at random, written and read. */
public final class FlowLogs {
    /** The schema as it stands in the file. */
    public static final Schema SCHEMA = schema("schemas/flow-log.avsc");

    private static final long EARLIEST = 631_152_000_000L;
    private static final long LATEST = 4_102_444_800_000L;
    private static final int[] PROTOCOLS = {6, 6, 17, 17, 132, 33, 136, 1, 58, 0, 255};
    private static final List<String> ADDRESSES = List.of(
            "192.0.2.1",
            "198.51.100.255",
            "203.0.113.9",
            "0.0.0.0",
            "255.255.255.255",
            "2001:db8::1",
            "2001:DB8:0:0:8:800:200C:417A",
            "::",
            "::1",
            "1::",
            "::ffff:192.0.2.128");
    private static final List<String> TEXTS = List.of(
            "", "x", "eni-0a8eeb48b4b8711ae", "Hafen Köln", "портолан", "港口", "⚓🧭", "line\nfeed", "a".repeat(300));

    private FlowLogs() {}

    public static Schema schema(String file) {
        try {
            return new Schema.Parser().parse(Path.of(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A flow log with every field within its range, often at one of its ends. */
    public static GenericRecord random(Random random) {
        GenericRecord flow = new GenericData.Record(SCHEMA);
        flow.put("protocol", PROTOCOLS[random.nextInt(PROTOCOLS.length)]);
        flow.put("src_port", port(random));
        flow.put("dst_port", port(random));
        flow.put("tcp_flags", random.nextBoolean() ? null : random.nextInt(0x1000));
        flow.put("initiator", symbol("initiator", Side.values()[random.nextInt(Side.values().length)]));
        flow.put("action", symbol("action", Action.values()[random.nextInt(Action.values().length)]));
        flow.put("state", symbol("state", FlowState.values()[random.nextInt(FlowState.values().length)]));
        flow.put("packets", counter(random));
        flow.put("bytes", counter(random));
        flow.put("reverse_packets", random.nextBoolean() ? null : (Object) counter(random));
        flow.put("reverse_bytes", random.nextBoolean() ? null : (Object) counter(random));
        flow.put("src_address", oneOf(random, ADDRESSES));
        flow.put("dst_address", oneOf(random, ADDRESSES));
        flow.put("start_time", time(random));
        flow.put("end_time", time(random));
        flow.put("observer", random.nextBoolean() ? null : oneOf(random, TEXTS));
        flow.put("sampling_rate", random.nextBoolean() ? null : (Object) samplingRate(random));
        flow.put("duplicate", random.nextBoolean());
        flow.put("source_format", random.nextBoolean() ? "aws-vpc" : oneOf(random, TEXTS));
        flow.put("attributes", attributes(random));
        return flow;
    }

    public static byte[] encode(GenericRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * The flow log that the bytes are.
     *
     * @throws IOException if they are none, or more
     */
    public static GenericRecord decode(byte[] bytes) throws IOException {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
        GenericRecord flow = new GenericDatumReader<GenericRecord>(SCHEMA).read(null, decoder);
        if (!decoder.isEnd()) {
            throw new IOException("bytes follow the flow");
        }
        return flow;
    }

    /** A flow log whose fields are all at the schema's defaults, or as small as can be. */
    public static GenericRecord plain() {
        GenericRecord flow = new GenericData.Record(SCHEMA);
        SCHEMA.getFields().stream()
                .filter(Schema.Field::hasDefaultValue)
                .forEach(field -> flow.put(field.pos(), GenericData.get().getDefaultValue(field)));
        flow.put("protocol", 6);
        flow.put("src_port", 51515);
        flow.put("dst_port", 1274);
        flow.put("src_address", "192.0.2.1");
        flow.put("dst_address", "192.0.2.2");
        flow.put("start_time", 1_700_000_000_000L);
        flow.put("end_time", 1_700_000_001_000L);
        return flow;
    }

    public static GenericData.EnumSymbol symbol(String field, Enum<?> value) {
        return new GenericData.EnumSymbol(SCHEMA.getField(field).schema(), value);
    }

    private static int port(Random random) {
        int[] some = {0, 80, 443, 1023, 1024, 1274, 49151, 49152, 65535, random.nextInt(65536)};
        return some[random.nextInt(some.length)];
    }

    private static long counter(Random random) {
        long[] some = {0, 1, 63, 64, 8191, 8192, Long.MAX_VALUE, random.nextLong() & Long.MAX_VALUE};
        return some[random.nextInt(some.length)];
    }

    private static long time(Random random) {
        long[] some = {EARLIEST, LATEST, random.nextLong(EARLIEST, LATEST)};
        return some[random.nextInt(some.length)];
    }

    private static int samplingRate(Random random) {
        int[] some = {1, 1000, Integer.MAX_VALUE};
        return some[random.nextInt(some.length)];
    }

    private static Map<String, String> attributes(Random random) {
        int size = random.nextInt(20) == 0 ? 96 : random.nextInt(3);
        return IntStream.range(0, size)
                .boxed()
                .collect(Collectors.toMap(
                        i -> oneOf(random, TEXTS) + i, i -> oneOf(random, TEXTS), (a, b) -> a, LinkedHashMap::new));
    }

    private static String oneOf(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
