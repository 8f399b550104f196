package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.format.FlowFormats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The numbers are those of one machine and of one day, but no format is left out. */
class PerformanceDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

    @Test
    void everyFormatIsMeasured() throws Exception {
        List<String> measured = ROW.matcher(Files.readString(Path.of("docs/performance.md")))
                .results()
                .map(row -> row.group(1))
                .distinct()
                .toList();

        assertThat(measured)
                .containsExactlyElementsOf(
                        FlowFormats.all().stream().map(FlowFormat::name).toList());
    }
}
