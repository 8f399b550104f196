package io.portolan.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.documents.Rendered;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/http.md is that of the description. */
class HttpDocumentTest {
    @Test
    void thePathsAreThoseOfTheDescription() {
        String rows = OpenApi.description().path("paths").properties().stream()
                .map(path -> row(path.getKey(), path.getValue().path("get")))
                .collect(Collectors.joining());

        Rendered.section(Path.of("docs/http.md"), "paths").isEqualTo("| GET | answers |\n|---|---|\n" + rows);
    }

    private static String row(String path, JsonNode get) {
        return "| `%s` | %s |\n".formatted(path, get.path("summary").asText());
    }
}
