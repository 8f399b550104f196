package io.portolan.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.schema.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFileTest {
    private static final Path XML = Path.of("src/test/resources/registry/official.xml");

    @TempDir
    private Path folder;

    @Test
    void theFormIsToldFromTheContentAndNotFromTheName() throws Exception {
        Path file = folder.resolve("ports.csv");
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(XML, zipped);
        }

        assertThat(RegistryFile.read(file, Origin.IANA).registry().entries())
                .isEqualTo(RegistryFile.read(XML, Origin.IANA).registry().entries())
                .hasSize(82);
    }

    @Test
    void aFileThatHoldsNoRegistryIsNamed() throws Exception {
        Path page = Files.writeString(folder.resolve("page.xml"), "<html/>");

        assertThatThrownBy(() -> RegistryFile.read(page, Origin.IANA))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(page + ": not a port registry: its root element is <html>");
    }
}
