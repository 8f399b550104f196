package io.portolan.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that stand in files and in the environment. */
class SecretsTest {
    private static final String KEY = "schema.registry.basic.auth.user.info";

    @TempDir
    private Path folder;

    @Test
    void aValueOfAPropertiesFileStandsWhereItIsReferredTo() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.properties"), "user=portolan\npassword=s3:c${r}et\n");

        String value = resolved("${file:" + file + ":user}:${file:" + file + ":password}");

        assertThat(value).as("and what it holds is taken as it is").isEqualTo("portolan:s3:c${r}et");
    }

    @Test
    void aFileOfAFolderIsASecretWithoutTheLineFeedOfItsEditor() throws IOException {
        Files.writeString(folder.resolve("password"), "s3cret\n");

        assertThat(resolved("portolan:${directory:" + folder + ":password}")).isEqualTo("portolan:s3cret");
    }

    @Test
    void aVariableOfTheEnvironmentIsASecretToo() {
        assertThat(resolved("${env:PATH}")).isEqualTo(System.getenv("PATH"));
    }

    @Test
    void whatOnlyLooksLikeAReferenceIsLeftAlone() {
        assertThat(resolved("portolan:a${b:c}")).isEqualTo("portolan:a${b:c}");
    }

    @Test
    void whatIsNotThereIsAnErrorThatNamesKeyAndPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.properties"), "password=s3cret\n");

        assertThatThrownBy(() -> resolved("portolan:${file:" + file + ":pasword}"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(KEY + " refers to ${file:" + file
                        + ":pasword}, and there is nothing of that name; check path and name");
        assertThatThrownBy(() -> resolved("${file:" + folder.resolve("none") + ":password}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(
                        KEY + " refers to ${file:" + folder.resolve("none") + ":password}, which cannot be read: ");
        assertThatThrownBy(() -> resolved("${directory:" + folder + ":none}"))
                .hasMessageEndingWith("and there is nothing of that name; check path and name");
        assertThatThrownBy(() -> resolved("${env:NO_SUCH_VARIABLE}"))
                .hasMessageEndingWith("and there is nothing of that name; check path and name");
    }

    @Test
    void aProviderOfOnesOwnIsNamedAsKafkaHasIt() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.properties"), "password=s3cret\n");
        Map<String, String> keys = Map.of(
                "config.providers",
                "vault",
                "config.providers.vault.class",
                FileConfigProvider.class.getName(),
                "config.providers.vault.param.allowed.paths",
                folder.toString(),
                KEY,
                "${vault:" + file + ":password}");

        assertThat(new PortolanConfig(keys).schemaRegistry()).containsEntry("basic.auth.user.info", "s3cret");
        assertThatThrownBy(() -> new PortolanConfig(Map.of("config.providers", "vault")))
                .hasMessage(
                        "config.providers names vault; set config.providers.vault.class to the class of the provider");
        assertThatThrownBy(() -> new PortolanConfig(
                        Map.of("config.providers", "vault", "config.providers.vault.class", "no.Such")))
                .hasMessageStartingWith("config.providers.vault.class: no.Such cannot be used: ");
    }

    private static String resolved(String value) {
        return String.valueOf(
                new PortolanConfig(Map.of(KEY, value)).schemaRegistry().get("basic.auth.user.info"));
    }
}
