package io.portolan.registry;

import static io.portolan.registry.RegistryText.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledRegistryTest {

    @ParameterizedTest
    @ValueSource(strings = {"service-names-port-numbers.csv", "site.csv"})
    void eachBundledFileHasTheOfficialColumnsAndNoMalformedRow(String file) throws IOException {
        String csv = text(file);

        assertThat(csv).startsWith(RegistryText.HEADER + "\r\n").endsWith("\r\n");
        assertThat(RegistryText.parse(csv).malformed()).isEmpty();
    }

    @Test
    void itHoldsEveryKindOfEntry() throws IOException {
        Registry registry = BundledRegistry.load().registry();

        assertThat(entry(registry, "tcp/80").getNames()).containsExactly("http", "www", "www-http");
        assertThat(entry(registry, "tcp/465").getNames()).containsExactly("urd", "submissions");
        assertThat(entry(registry, "udp/6063").getNames()).containsExactly("x11");
        assertThat(entry(registry, "udp/27009").getNames()).containsExactly("flex-lm");
        assertThat(entry(registry, "sctp/9").getNames()).containsExactly("discard");
        assertThat(entry(registry, "dccp/9").getNames()).containsExactly("discard");
        assertThat(entry(registry, "tcp/11434").getNames()).containsExactly("ollama");
        assertThat(entry(registry, "tcp/0").getStatus()).isEqualTo(PortStatus.RESERVED);
        assertThat(entry(registry, "udp/4").getStatus()).isEqualTo(PortStatus.UNASSIGNED);
        assertThat(registry.find(PortKey.parse("tcp/49152"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp/1274", "udp/1274"})
    void theForgottenPortHasNothingButAName(String key) throws IOException {
        PortAssignment entry = entry(BundledRegistry.load().registry(), key);

        assertThat(entry.getStatus()).isEqualTo(PortStatus.ASSIGNED);
        assertThat(entry.getNames()).containsExactly("t1distproc");
        assertThat(entry.getAssignee()).isEqualTo("[Julian_Biddle]");
        assertThat(entry.getDocumentation()).isEqualTo(Documentation.BARE);
        assertThat(entry.getOrigin()).isEqualTo(Origin.IANA);
    }

    @Test
    void itsVersionIsTheDateOfItsNewestSource() throws IOException {
        Registry registry = BundledRegistry.load().registry();

        assertThat(registry.version()).isEqualTo(text("version").strip()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(registry.entries().values())
                .extracting(PortAssignment::getVersion)
                .containsOnly(registry.version());
    }

    @Test
    void aFileOfTheSiteIsPutOnTop(@TempDir Path folder) throws IOException {
        Path site = Files.writeString(
                folder.resolve("site.csv"),
                RegistryText.csv("our-app,1274,tcp,Our own,,,,,,,,", "our-app,1274,quic,,,,,,,,,"));

        ParsedRegistry parsed = BundledRegistry.load(site);

        assertThat(entry(parsed.registry(), "tcp/1274").getNames()).containsExactly("our-app");
        assertThat(entry(parsed.registry(), "udp/1274").getNames()).containsExactly("t1distproc");
        assertThat(parsed.malformed()).map(MalformedRow::line).containsExactly(3L);
    }

    @Test
    void aSiteFileThatIsNoRegistryIsRefused(@TempDir Path folder) throws IOException {
        Path site = Files.writeString(folder.resolve("site.csv"), "port;name\r\n1274;our-app\r\n");

        assertThatExceptionOfType(NotARegistryException.class).isThrownBy(() -> BundledRegistry.load(site));
    }

    private static String text(String file) throws IOException {
        try (InputStream in = BundledRegistry.class.getResourceAsStream("/topology/registry/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
