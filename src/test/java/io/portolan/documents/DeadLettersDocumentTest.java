package io.portolan.documents;

import io.portolan.topology.DeadLetterHeader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/dead-letters.md is that of the code. */
class DeadLettersDocumentTest {
    @Test
    void theHeadersAreThoseOfTheCode() {
        Rendered.section(Path.of("docs/dead-letters.md"), "headers")
                .isEqualTo("| Header | Says |\n|---|---|\n"
                        + DeadLetterHeader.all().stream()
                                .map(header -> "| `%s` | %s |\n".formatted(header.name(), header.meaning()))
                                .collect(Collectors.joining()));
    }
}
