package io.portolan.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RegistrySourceTest {
    @Test
    void anAddressThatIsNotOfTheWebIsNotTakenForAFile() {
        assertThatThrownBy(() -> RegistrySource.parse("ftp://registry.example/ports.csv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"ftp://registry.example/ports.csv\" is neither an http nor an https address;"
                        + " download it, and name the file");
    }

    @Test
    void anythingElseIsAnAddressOrAFile() {
        assertThat(RegistrySource.parse("HTTPS://registry.example/ports.csv"))
                .isEqualTo(new RegistrySource.Web(URI.create("HTTPS://registry.example/ports.csv")));
        assertThat(RegistrySource.parse("./topic")).isEqualTo(new RegistrySource.File(Path.of("./topic")));
    }

    @Test
    void anAddressWithAPasswordIsRefusedAndNotShown() {
        assertThatThrownBy(() -> RegistrySource.parse("https://me:hunter2@registry.example/ports.csv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an address with a user or a password in it is not read; leave them out");
    }
}
