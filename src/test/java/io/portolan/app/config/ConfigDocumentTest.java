package io.portolan.app.config;

import io.portolan.documents.Rendered;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/configuration.md lists the keys that there are, with their defaults. */
class ConfigDocumentTest {
    @Test
    void theReferenceIsThatOfTheDefinition() throws IOException {
        Rendered.section(Path.of("docs/configuration.md"), "keys").isEqualTo(ConfigTable.of(ConfigKeys.definition()));
    }
}
