package io.portolan.flow.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.FormatField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The logs in the fixture folders, record by record and field by field, against what stands in their folders {@code
 * expected}: there, a line of JSON says what a record has to be read as ({@link ReadingJson}), written by hand.
 */
class ExpectedReadingsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> everyRecordIsReadAsExpected() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (FlowFormat format : FlowFormats.all()) {
            for (Path log : Fixtures.files(format)) {
                tests.add(DynamicTest.dynamicTest(format.name() + "/" + log.getFileName(), () -> check(format, log)));
            }
        }
        return tests.stream();
    }

    @ParameterizedTest
    @MethodSource("io.portolan.flow.format.FlowFormatsTest#formats")
    void everythingThatAFormatFillsIsFilledByAFixture(FlowFormat format) throws IOException {
        Set<String> seen = new HashSet<>();
        for (Path log : Fixtures.files(format)) {
            for (String line : Files.readAllLines(Fixtures.expected(log))) {
                JSON.readTree(line)
                        .findParents("src_address")
                        .forEach(flow -> flow.fieldNames().forEachRemaining(seen::add));
            }
        }

        assertThat(seen)
                .containsAll(format.fields().stream()
                        .map(FormatField::fills)
                        .flatMap(List::stream)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("io.portolan.flow.format.FlowFormatsTest#formats")
    void everyFieldOfAFormatStandsInAFixture(FlowFormat format) throws IOException {
        StringBuilder logs = new StringBuilder();
        for (Path log : Fixtures.files(format)) {
            logs.append(Files.readString(log, StandardCharsets.ISO_8859_1));
        }

        for (FormatField field : format.fields()) {
            assertThat(field.names())
                    .as(field.names().get(0))
                    .anyMatch(name -> logs.indexOf(name.substring(name.lastIndexOf('.') + 1)) >= 0);
        }
    }

    private static void check(FlowFormat format, Path log) throws IOException {
        FlowParser parser = format.parser().apply(List.of());
        List<byte[]> records = Fixtures.records(format, log);
        List<String> expected = Files.readAllLines(Fixtures.expected(log));
        for (int i = 0; i < Math.min(records.size(), expected.size()); i++) {
            JsonNode read = ReadingJson.of(parser, records.get(i));
            assertThat(read).as("record " + (i + 1)).isEqualTo(JSON.readTree(expected.get(i)));
        }
        assertThat(records).hasSameSizeAs(expected);
    }
}
