package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

class PortCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theCardOf1274IsComplete() throws IOException {
        Run run = Run.of("port", "1274");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(golden("1274.txt"));
    }

    @Test
    void theCardOfAnUnlistedPortSaysWhatIsKnown() throws IOException {
        assertThat(Run.of("port", "60000").out()).isEqualTo(golden("60000.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1274", "60000", "80", "443/tcp", "1521", "0", "65535"})
    void aCardFitsAnEightyColumnTerminal(String port) {
        assertThat(Run.of("port", port).lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).isEqualTo(line.stripTrailing()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t1distproc", "T1DISTPROC", " 1274 "})
    void aServiceNameInAnyCaseLeadsToItsPort(String text) throws IOException {
        assertThat(Run.of("port", text).out()).isEqualTo(golden("1274.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"443/tcp", "tcp/443", "443/TCP", "https/tcp", "HTTPS/TCP"})
    void aTransportNarrowsTheCard(String text) {
        Run run = Run.of("port", text);

        assertThat(run.lines()).startsWith("Port 443/tcp: https").contains("Registration on tcp");
        assertThat(run.out()).doesNotContain("udp").contains("http protocol over TLS/SSL");
    }

    @Test
    void anAliasLeadsToThePrimaryNameAndItsOtherAliases() {
        Run run = Run.of("port", "www");

        assertThat(run.lines())
                .startsWith("Port 80: http")
                .contains(
                        "Registration on tcp, udp",
                        "  Name                  http",
                        "  Aliases               www, www-http",
                        "Registration on sctp");
    }

    @Test
    void aNameOfManyPortsGivesAListOfThem() {
        assertThat(Run.of("port", "x11").lines())
                .containsExactly(
                        "x11 is a name of 64 ports",
                        "=========================",
                        "  6000-6063             tcp, udp: X Window System",
                        "",
                        "portolan port NUMBER prints the card of one.");
    }

    @Test
    void aReservedPortSaysSo() {
        assertThat(Run.of("port", "1276").lines())
                .startsWith("Port 1276")
                .contains("  Status                reserved by IANA: not for regular assignment");
    }

    @Test
    void jsonHoldsTheFactsOfTheCard() throws IOException {
        Run run = Run.of("port", "1274", "--json");

        assertThat(run.lines()).hasSize(1);
        JsonNode card = JSON.readTree(run.out());
        assertThat(card.at("/port").intValue()).isEqualTo(1274);
        assertThat(card.at("/range/id").textValue()).isEqualTo("USER");
        assertThat(card.at("/range/first").intValue()).isEqualTo(1024);
        assertThat(card.at("/range/last").intValue()).isEqualTo(49151);
        assertThat(card.at("/transports")).hasSize(2);
        JsonNode tcp = card.at("/transports/0");
        assertThat(tcp.at("/transport").textValue()).isEqualTo("tcp");
        assertThat(tcp.at("/status").textValue()).isEqualTo("ASSIGNED");
        assertThat(tcp.at("/assignment/names/0").textValue()).isEqualTo("t1distproc");
        assertThat(tcp.at("/assignment/assignee").textValue()).isEqualTo("[Julian_Biddle]");
        assertThat(tcp.at("/assignment/reference").isNull()).isTrue();
        assertThat(tcp.at("/assignment/documentation").textValue()).isEqualTo("BARE");
        assertThat(tcp.at("/rules/0/level").textValue()).isEqualTo("HIGH");
        assertThat(tcp.at("/rules/0/levels/PROBE").textValue()).isEqualTo("LOW");
        assertThat(tcp.at("/neighbours/below/port").intValue()).isEqualTo(1273);
        assertThat(tcp.at("/neighbours/above/port").intValue()).isEqualTo(1275);
        assertThat(card.at("/triage/0/command").textValue()).isEqualTo("ss -tulpn 'sport = :1274'");
        assertThat(card.at("/iana_warning/text").textValue()).contains("DOES NOT IN ANY WAY IMPLY AN ENDORSEMENT");
        assertThat(card.at("/registry_version").textValue()).isEqualTo("2026-09-17");
    }

    @Test
    void jsonOfANameOfManyPortsIsAnObjectALine() throws IOException {
        Run run = Run.of("port", "--json", "x11");

        assertThat(run.lines()).hasSize(64);
        assertThat(JSON.readTree(run.lines().get(63)).at("/port").intValue()).isEqualTo(6063);
    }

    @Test
    void anUnknownNameSuggestsTheNearest() {
        Run run = Run.of("port", "t1distpro");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors()).hasSize(1);
        assertThat(run.err())
                .startsWith("portolan: no service is called t1distpro in the port registry; did you mean t1distproc");
    }

    @Test
    void aPortOutsideTheRangeIsAWrongCommandLine() {
        Run run = Run.of("port", "70000");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors())
                .containsExactly("portolan: port 70000 is outside 0-65535", "Try: portolan port --help");
    }

    @Test
    void anotherRegistryCanBeAsked(@TempDir Path folder) throws IOException {
        Path registry = folder.resolve("registry.csv");
        Files.writeString(registry, """
                Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,\
                Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes
                harbour,1274,tcp,Harbour master,[Nobody],[Nobody],2001-02-03,2004-05-06,[RFC1],,,"First line
                second\u001b[31m line"
                broken,70000,tcp,,,,,,,,,
                """);

        Run run = Run.of("port", "1274", "--registry", registry.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .startsWith("portolan: " + registry + ", line 4: ")
                .contains("70000")
                .endsWith("; row skipped" + System.lineSeparator());
        assertThat(run.lines())
                .contains(
                        "Registration on udp",
                        "  Status                not listed: the registry has no row for it",
                        "  Registered            2001-02-03",
                        "  Modified              2004-05-06",
                        "  Notes                 First line second?[31m line",
                        "  Documentation         referenced: a document defines the service",
                        "  Source                IANA's port registry, version 2004-05-06");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = PortCommandTest.class.getResourceAsStream("/port/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
