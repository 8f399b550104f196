package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.app.command.Deployment.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryDiffCommandTest {
    @TempDir
    private Path folder;

    @Test
    void equalRegistriesEndWithZero() throws Exception {
        Path csv = csv("a.csv", "echo,7,tcp,Echo,,,2001-01-01,,,,,");

        Result result = diff(csv, csv);

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo("--- " + csv + " (version 2001-01-01, 1 ports)\n+++ " + csv
                        + " (version 2001-01-01, 1 ports)\n0 added, 0 changed, 0 removed, 1 unchanged\n");
    }

    @Test
    void whatDiffersIsShownWithOldAndNewValues() throws Exception {
        Path old = csv(
                "a.csv", "echo,7,tcp,Echo,,,2001-01-01,,,,,", "http,80,tcp,Web,,,,,,,,", "x11,6000-6063,,X,,,,,,,,");
        Path now = csv(
                "b.csv", "echo,7,tcp,Echo,,,2009-09-09,,,,,", "www,80,tcp,,,,,,,,,", "t1distproc,1274,tcp,,,,,,,,,");

        Result result = diff(old, now);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out().lines().skip(2))
                .containsExactly(
                        "- tcp/6000-6063  x11 (X)",
                        "- udp/6000-6063  x11 (X)",
                        "+ tcp/1274  t1distproc",
                        "~ tcp/7  echo",
                        "    registered: \"2001-01-01\" -> \"2009-09-09\"",
                        "~ tcp/80  www",
                        "    names: http -> www",
                        "    description: \"Web\" -> none",
                        "    documentation: DESCRIBED -> BARE",
                        "1 added, 2 changed, 128 removed, 0 unchanged");
    }

    @Test
    void jsonHasTheFieldsOfTheSchema() throws Exception {
        Path old = csv("a.csv", "http,80,tcp,Web,,,,,,,,");
        Path now = csv("b.csv", "www,80,tcp,Web,,,,,,,,", "t1distproc,1274,tcp,,,,,,,,,");

        Result result = Deployment.call("registry", "diff", "--json", old.toString(), now.toString());

        JsonNode json = new ObjectMapper().readTree(result.out());
        assertThat(result.code()).isEqualTo(1);
        assertThat(json.at("/before/name").asText()).isEqualTo(old.toString());
        assertThat(json.at("/changed/0/before/names/0").asText()).isEqualTo("http");
        assertThat(json.at("/changed/0/after/names/0").asText()).isEqualTo("www");
        assertThat(json.at("/added/0/port").asInt()).isEqualTo(1274);
        assertThat(json.at("/added/0/documentation").asText()).isEqualTo("BARE");
        assertThat(json.at("/removed")).isEmpty();
    }

    @Test
    void whatCouldSteerATerminalIsNotPrinted() throws Exception {
        Path old = csv("a.csv", "http,80,tcp,Web,,,,,,,,");
        Path now = csv("b.csv", "e\u001b[31mvil\u202e,80,tcp,W\u009bb,,,,,,,,", "bad\u001b[2J,70000,tcp,,,,,,,,,");

        Result text = diff(old, now);
        Result json = Deployment.call("registry", "diff", "--json", old.toString(), now.toString());

        assertThat(text.out()).contains("e?[31mvil? (W?b)").doesNotContain("\u001b", "\u202e", "\u009b");
        assertThat(text.err()).contains("bad?[2J").doesNotContain("\u001b");
        assertThat(json.out()).doesNotContain("\u001b", "\u202e", "\u009b");
        assertThat(new ObjectMapper()
                        .readTree(json.out())
                        .at("/changed/0/after/names/0")
                        .asText())
                .isEqualTo("e\u001b[31mvil\u202e");
    }

    @Test
    void theXmlOfARegistryDiffersInNothingFromItsCsv() throws Exception {
        Path fixtures = Path.of("src/test/resources/registry");

        Result result = diff(fixtures.resolve("official.csv"), fixtures.resolve("official.xml"));

        assertThat(result.code()).isZero();
        assertThat(result.out()).endsWith("0 added, 0 changed, 0 removed, 82 unchanged\n");
    }

    @Test
    void troubleEndsWithTwo() throws Exception {
        Path page = Files.writeString(folder.resolve("page.html"), "<html></html>\n");
        Path missing = folder.resolve("none.csv");

        Result noRegistry = diff(page, page);
        Result noFile = diff(missing, missing);
        Result noOperand = Deployment.call("registry", "diff", "bundled");

        assertThat(noRegistry.code()).isEqualTo(2);
        assertThat(noRegistry.err())
                .startsWith("portolan: " + page + ": not a port registry: its root element is <html> (line 1)")
                .hasLineCount(1);
        assertThat(noFile.code()).isEqualTo(2);
        assertThat(noFile.err()).isEqualTo("portolan: file " + missing + " does not exist\n");
        assertThat(noOperand.code()).isEqualTo(2);
    }

    @Test
    void infoOfAFileCountsItsEntries() throws Exception {
        Path csv = csv(
                "a.csv",
                "http,80,tcp,Web,,,2001-01-01,,[RFC9110],,,",
                "t1distproc,1274,,,,,,,,,,",
                ",0,tcp,Reserved,,,,,,,,");

        Result result = Deployment.call("registry", "info", csv.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        "Source         " + csv,
                        "Version        2001-01-01",
                        "Entries        4",
                        "Transport      tcp 3, udp 1",
                        "Status         assigned 3, reserved 1",
                        "Documentation  bare 2, referenced 1",
                        "Origin         iana 4",
                        "Unreadable     0",
                        "Size           " + Files.size(csv) + " bytes");
    }

    @Test
    void aClusterThatIsAwayIsToldInOneLineWithinSeconds() {
        Result result = Deployment.call("registry", "info", "--bootstrap-server", "127.0.0.1:1");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("portolan: no broker answered at 127.0.0.1:1; check kafka.bootstrap.servers (or"
                        + " --bootstrap-server) and that Kafka runs there, with kafka.security.protocol PLAINTEXT\n");
    }

    @Test
    void aBrokerWithoutAnAddressIsToldInOneLine() {
        Result result = Deployment.call("topics", "--bootstrap-server", "kafka.invalid:9092");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("portolan: no client of the cluster at kafka.invalid:9092 can be made: ")
                .hasLineCount(1);
    }

    private Path csv(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), Deployment.HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n");
    }

    private static Result diff(Path old, Path now) {
        return Deployment.call("registry", "diff", old.toString(), now.toString());
    }
}
