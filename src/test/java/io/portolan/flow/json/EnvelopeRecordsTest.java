package io.portolan.flow.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.flow.LogRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvelopeRecordsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void eachItemBecomesARecordInAnEnvelopeOfItsOwn() throws Exception {
        assertThat(records("{\"records\":[{\"a\":[1,{\"b\":\"]}\"}]},{\"c\":\"\\\"}\\\\\"}]}"))
                .containsExactly("{\"records\":[{\"a\":[1,{\"b\":\"]}\"}]}]}", "{\"records\":[{\"c\":\"\\\"}\\\\\"}]}");
    }

    @Test
    void howItIsLaidOutDoesNotMatter() throws Exception {
        assertThat(
                        records(
                                "\ufeff{\r\n  \"records\" : [\r\n    {\r\n\t\"a\": 1\r\n    },\r\n    {\"b\": 2}\r\n  ]\r\n}\r\n"))
                .containsExactly("{\"records\":[{\r\n\t\"a\": 1\r\n    }]}", "{\"records\":[{\"b\": 2}]}");
        assertThat(records("{\"records\":[\n{\"a\":1}\n,\n{\"b\":2}\n]}"))
                .containsExactly("{\"records\":[{\"a\":1}]}", "{\"records\":[{\"b\":2}]}");
    }

    @Test
    void whatElseStandsInAnEnvelopeIsPassedOver() throws Exception {
        assertThat(records("{\"x\":{\"records\":[0]},\"n\":\"records\",\"records\":[{\"a\":1}],\"y\":[{}]}{\"b\":2}"))
                .containsExactly("{\"records\":[{\"a\":1}]}", "{\"b\":2}");
    }

    @Test
    void objectsWithoutTheListAndItemsOfABareListAreRecordsAsTheyAre() throws Exception {
        assertThat(records("{\"a\":{\"records\":[1]}}\n{\"records\":\"[\"}\n[{\"b\":2},{\"records\":[{\"c\":3}]}]"))
                .containsExactly(
                        "{\"a\":{\"records\":[1]}}", "{\"records\":\"[\"}", "{\"b\":2}", "{\"records\":[{\"c\":3}]}");
    }

    @Test
    void envelopesFollowEachOther() throws Exception {
        assertThat(records("{\"records\":[{\"a\":1}]}\n\n{\"records\":[]}\n{\"records\":[{\"b\":2}]}"))
                .containsExactly("{\"records\":[{\"a\":1}]}", "{\"records\":[{\"b\":2}]}");
    }

    @Test
    void whatIsNoObjectIsARecordToBeRefused() throws Exception {
        assertThat(records("# a comment {\n{\"records\":[1,\"a,b\",[2,[3]],null]}\nend"))
                .containsExactly("# a comment {", "1", "\"a,b\"", "[2,[3]]", "null", "end");
    }

    @Test
    void aFileThatEndsTooEarlyKeepsWhatCameBefore() throws Exception {
        assertThat(records("{\"records\":[{\"a\":1},{\"b\":"))
                .containsExactly("{\"records\":[{\"a\":1}]}", "{\"records\":[{\"b\":");
        assertThat(records("{\"records\":[{\"a\":1}")).containsExactly("{\"records\":[{\"a\":1}]}");
        assertThat(records("{\"records\"")).containsExactly("{\"records\"");
    }

    @Test
    void aBrokenTextDoesNotTakeTheNextOneWithIt() throws Exception {
        assertThat(records("{\"records\":[{\"a\":[1}\n{\"records\":[{\"b\":2}]}\n{\"c\":\"x\n{\"d\":4}"))
                .containsExactly("{\"records\":[{\"a\":[1}", "{\"records\":[{\"b\":2}]}", "{\"c\":\"x", "{\"d\":4}");
    }

    @Test
    void aTextIsCutWhereNoRecordIsThatLong() throws Exception {
        String item = "{\"a\":\"" + "x".repeat(EnvelopeRecords.LONGEST) + "\"}";

        List<String> records = records("{\"records\":[" + item + ",{\"b\":2}]}");

        assertThat(records).hasSize(2).element(0).asString().hasSize(EnvelopeRecords.LONGEST + 14);
        assertThat(records.get(1)).isEqualTo("{\"records\":[{\"b\":2}]}");
    }

    /** Far more than would fit, so that whatever grew with the file would show. */
    @Test
    void oneLineMayBeLongerThanTheMemoryThatThereIs() throws Exception {
        long items = Runtime.getRuntime().maxMemory() / 4_096 + 1_000;
        String item = "{\"a\":\"" + "y".repeat(5_000) + "\"},";
        long read = 0;
        try (LogRecords records = new EnvelopeRecords(new Repeated("{\"records\":[", item, items), "records")) {
            for (Optional<byte[]> next = records.next(); next.isPresent(); next = records.next()) {
                read++;
            }
        }

        assertThat(read).isEqualTo(items);
    }

    @Test
    void anyEnvelopeIsCutAsAParserOfJsonWouldCutIt() throws Exception {
        Random random = new Random(1274);
        for (int i = 0; i < 2_000; i++) {
            ObjectNode envelope = JSON.createObjectNode();
            envelope.set("before", value(random, 3));
            ArrayNode items = envelope.putArray("records");
            for (int item = random.nextInt(4); item > 0; item--) {
                items.add(object(random, 3));
            }
            envelope.set("after", value(random, 3));
            String file = random.nextBoolean() ? envelope.toString() : envelope.toPrettyString();

            List<JsonNode> cut = new ArrayList<>();
            for (String record : records(file)) {
                cut.add(JSON.readTree(record).get("records").get(0));
            }
            assertThat(cut).as(file).containsExactlyElementsOf(items);
        }
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 4)) {
            case 0 -> JSON.getNodeFactory().numberNode(random.nextInt());
            case 1 -> JSON.getNodeFactory().textNode(string(random));
            case 2 -> JSON.createArrayNode().add(value(random, depth - 1)).add(value(random, depth - 1));
            default -> object(random, depth);
        };
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = JSON.createObjectNode();
        object.set("records", value(random, depth - 1));
        object.set(string(random), value(random, depth - 1));
        return object;
    }

    private static String string(Random random) {
        String signs = "ab\\\"{}[]:,\n \u00e4records";
        StringBuilder string = new StringBuilder("k");
        for (int i = random.nextInt(8); i > 0; i--) {
            string.append(signs.charAt(random.nextInt(signs.length())));
        }
        return string.toString();
    }

    private static List<String> records(String file) throws IOException {
        List<String> records = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        try (LogRecords log = new EnvelopeRecords(in, "records")) {
            for (Optional<byte[]> next = log.next(); next.isPresent(); next = log.next()) {
                records.add(new String(next.get(), StandardCharsets.UTF_8));
            }
        }
        return records;
    }

    /** A stream that says the same again and again. */
    private static final class Repeated extends InputStream {
        private byte[] part;
        private final byte[] repeated;
        private long times;
        private int position;

        Repeated(String first, String repeated, long times) {
            this.part = first.getBytes(StandardCharsets.UTF_8);
            this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
            this.times = times;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("one by one would take too long");
        }

        @Override
        public int read(byte[] into, int at, int length) {
            if (position == part.length) {
                if (times-- == 0) {
                    return -1;
                }
                part = repeated;
                position = 0;
            }
            int size = Math.min(length, part.length - position);
            System.arraycopy(part, position, into, at, size);
            position += size;
            return size;
        }
    }
}
