package io.portolan.flow.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read the short way is read as the JSON library reads it. */
class PlainJsonTest {
    private static final Path FIXTURES = Path.of("src/test/resources/flows");
    private static final int MUTATIONS = 100_000;
    private static final long SEED = 1274;

    private final Fields fields = new Fields();
    private final PlainJson plain = new PlainJson(fields);

    @Test
    void theRecordsOfTheFixturesArePlainAndReadAlike() throws Exception {
        int read = 0;
        for (String record : fixtures()) {
            read += isReadAlike(record) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(fixtures().size() * 9 / 10);
    }

    @Test
    void aDamagedRecordIsReadAlikeOrNotThisWay() throws Exception {
        List<String> records = fixtures();
        Random random = new Random(SEED);
        String marks = "{}[]\",:\\ 0123456789-+.eE\ttrufalsn\u00e9";
        for (int i = 0; i < MUTATIONS; i++) {
            StringBuilder record = new StringBuilder(records.get(random.nextInt(records.size())));
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                int at = random.nextInt(record.length());
                char mark = marks.charAt(random.nextInt(marks.length()));
                switch (random.nextInt(3)) {
                    case 0 -> record.setCharAt(at, mark);
                    case 1 -> record.insert(at, mark);
                    default -> record.deleteCharAt(at);
                }
            }
            isReadAlike(record.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\":1}\r\n",
                "{\"a\":0,\"b\":-0,\"c\":-12,\"d\":123456789012345678,\"e\":1234567890123456789}",
                "{\"a\":1.50,\"b\":-0.0,\"c\":1772356836.128604}",
                "{\"a\":true,\"b\":false,\"c\":null,\"d\":\"\"}",
                "{\"a\":[],\"b\":[1,\"x\",2.5],\"c\":[\"\"],\"d\":[\"\",\"\"]}",
                "{\"in\":{\"a\":1,\"in\":{}},\"out\":{\"a\":{\"b\":[1]}},\"b\":2}",
                "{ \"a\" : 1 , \"a\" : [ 1 , 2 ] }",
            })
    void whatIsPlainIsReadThisWay(String record) throws Exception {
        assertThat(isReadAlike(record)).isTrue();
        assertThat(isReadAlike(record)).as("with its names known").isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[{\"a\":1}]",
                "{\"a\":1} {\"a\":2}",
                "{\"a\":\"\\u0041\"}",
                "{\"\\u0041\":1}",
                "{\"a\":\"\u00e9\"}",
                "{\"a\":\"tab\there\"}",
                "{\"a\":9223372036854775808}",
                "{\"a\":9000000000000000000}",
                "{\"a\":1e3}",
                "{\"a\":1.5E3}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":-}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":[[1]]}",
                "{\"a\":nul}",
                "{\"a\":truer}",
                "{\"a\" 1}",
                "{\"a\":1",
                "{\"a\":{\"b\":1}",
                "{\"a",
                "{,}",
                "\u00ef\u00bb\u00bf{}",
                "{\"items\":[1]}",
            })
    void whatIsNotPlainIsLeftToTheLibrary(String record) throws Exception {
        assertThat(isReadAlike(record)).isFalse();
    }

    @Test
    void whatTheSinkRefusesIsLeftToTheLibrary() {
        assertThat(plain.read(bytes("{\"refused\":1}"))).isFalse();
    }

    @Test
    void aNestingOfAnyDepthIsNoTroubleHere() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        assertThat(plain.read(bytes(deep))).isFalse();
    }

    /** Whether the record was read the short way; if so, it is checked that the library reads the same. */
    private boolean isReadAlike(String record) throws UnreadableFlowException {
        fields.seen.clear();
        if (!plain.read(bytes(record))) {
            return false;
        }
        Fields expected = new Fields();
        try (JsonFields library = JsonFields.open(bytes(record))) {
            assertThat(library.nextObject()).as(record).isTrue();
            library.readInto(expected);
            assertThat(library.nextObject()).as(record).isFalse();
        }
        assertThat(fields.seen).as(record).isEqualTo(expected.seen);
        return true;
    }

    private static List<String> fixtures() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            for (Path file : files.filter(path -> path.toString().contains(".json"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                        .filter(line -> line.startsWith("{") && line.endsWith("}"))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static byte[] bytes(String record) {
        return record.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Writes down what it is handed. */
    private static final class Fields implements FieldSink {
        private final List<String> seen = new ArrayList<>();

        @Override
        public void text(String name, String value) throws UnreadableFlowException {
            seen.add(name + " is text " + value);
            if (name.equals("refused")) {
                throw new UnreadableFlowException("refused");
            }
        }

        @Override
        public void number(String name, long value) throws UnreadableFlowException {
            seen.add(name + " is number " + value);
            if (name.equals("refused")) {
                throw new UnreadableFlowException("refused");
            }
        }

        @Override
        public void list(String name, String values) {
            seen.add(name + " is list " + values);
        }

        @Override
        public boolean enter(String name) {
            seen.add(name + " is object");
            return !name.equals("out");
        }

        @Override
        public boolean entersItems(String name) {
            return name.equals("items");
        }

        @Override
        public void leave() {
            seen.add("end of object");
        }
    }
}
