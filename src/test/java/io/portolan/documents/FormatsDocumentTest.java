package io.portolan.documents;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.FormatField;
import io.portolan.flow.format.FlowFormats;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/formats.md are those by which the parsers read. */
class FormatsDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/formats.md");

    @Test
    void theFormatsAreThoseThatThereAre() {
        Rendered.section(DOCUMENT, "formats")
                .isEqualTo("| Format | Records |\n|---|---|\n"
                        + FlowFormats.all().stream()
                                .map(format -> "| [`%s`](#%s) | %s |\n"
                                        .formatted(format.name(), format.name(), cell(format.description())))
                                .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @MethodSource("formatsWithFields")
    void theFieldsOfAFormatAreThoseOfItsTable(FlowFormat format) {
        Rendered.section(DOCUMENT, format.name())
                .isEqualTo("| Field of the source | Value | Fills | Note |\n|---|---|---|---|\n"
                        + format.fields().stream().map(FormatsDocumentTest::row).collect(Collectors.joining()));
    }

    static List<FlowFormat> formatsWithFields() {
        return FlowFormats.all().stream()
                .filter(format -> !format.fields().isEmpty())
                .toList();
    }

    private static String row(FormatField field) {
        return "| %s | %s | %s | %s |\n"
                .formatted(code(field.names()), cell(field.unit()), code(field.fills()), cell(field.note()));
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> '`' + cell(name) + '`').collect(Collectors.joining(", "));
    }

    /** A bar would end the cell. */
    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
