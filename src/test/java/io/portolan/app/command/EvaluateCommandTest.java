package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final String TITLES =
            "client_address,client_port,server_address,server_port,transport,verdict,note\n";
    private static final String SESSION = "203.0.113.66,51515,10.0.0.10,1274,tcp,session,planted\n";
    private static final String CHANCE = "10.0.0.5,1274,198.51.100.20,443,tcp,coincidence,\n";

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void writeLog() throws IOException {
        log = Files.writeString(folder.resolve("conn.log"), """
                {"ts":1772355600,"id.orig_h":"203.0.113.66","id.orig_p":51515,"id.resp_h":"10.0.0.10","id.resp_p":1274,\
                "proto":"tcp","duration":1.5,"conn_state":"SF","history":"ShADadFf","orig_pkts":6,"orig_ip_bytes":900,\
                "resp_pkts":5,"resp_ip_bytes":2400}
                {"ts":1772355601,"id.orig_h":"10.0.0.5","id.orig_p":1274,"id.resp_h":"198.51.100.20","id.resp_p":443,\
                "proto":"tcp","duration":1.5,"conn_state":"SF","history":"ShADadFf","orig_pkts":6,"orig_ip_bytes":900,\
                "resp_pkts":5,"resp_ip_bytes":2400}
                """);
    }

    @Test
    void theUseIsFoundAndTheChanceIsNotWhileAnyHeuristicOnEitherPortAlertsOnBoth() throws IOException {
        Run run = evaluate(TITLES + SESSION + CHANCE);

        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .first()
                .asString()
                .startsWith("2 flows, 2 conversations on a watched port, 2 alerts in 1 stories");
        assertThat(columns(run, "Portolan, above informational")).endsWith("1 0 0 100.0 % 100.0 %");
        assertThat(columns(run, "either port is watched")).endsWith("2 1 1 0 50.0 % 100.0 %");
        assertThat(columns(run, "the destination port is watched")).endsWith("1 1 0 0 100.0 % 100.0 %");
    }

    @Test
    void whatWasJudgedOtherThanItIsIsListedWithItsPlaceAndTheAlert() throws IOException {
        Run run = evaluate(TITLES + SESSION.replace("session", "coincidence") + CHANCE, "--list");

        assertThat(run.lines())
                .last()
                .asString()
                .startsWith(
                        log + ", record 1, 10.0.0.10:1274 and 203.0.113.66:51515 over tcp: coincidence, said session,"
                                + " alert high: 10.0.0.10 ");
        assertThat(columns(run, "Portolan, above informational")).endsWith("0 1 0 0.0 % -");
    }

    @Test
    void jsonHoldsTheSameNumbersAndWhatWasWrong() throws IOException {
        Run run = evaluate(TITLES + SESSION.replace("session", "allowed") + CHANCE, "--json");

        JsonNode all = new ObjectMapper().readTree(run.out());
        assertThat(all.at("/conversations/allowed/session").intValue()).isEqualTo(1);
        assertThat(all.at("/conversations/coincidence/coincidence").intValue()).isEqualTo(1);
        assertThat(all.at("/above_informational/false").intValue()).isEqualTo(1);
        assertThat(all.at("/above_informational/recall").isNull()).isTrue();
        assertThat(all.at("/wrong/0/record").intValue()).isEqualTo(1);
        assertThat(all.at("/wrong/0/truth").textValue()).isEqualTo("allowed");
        assertThat(all.at("/wrong/0/severity").textValue()).isEqualTo("high");
    }

    @Test
    void aConversationThatIsNotInTheTruthIsNamedUnlessAllOthersAreSaidToBeOneThing() throws IOException {
        Run refused = evaluate(TITLES + SESSION);
        Run taken = evaluate(TITLES + SESSION, "--others", "coincidence");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.errors())
                .last()
                .asString()
                .contains(", record 2, 10.0.0.5:1274 and 198.51.100.20:443 over tcp touches a watched port")
                .contains("--others coincidence");
        assertThat(taken.exit()).isZero();
        assertThat(columns(taken, "either port is watched")).endsWith("2 1 1 0 50.0 % 100.0 %");
    }

    @Test
    void aStarStandsForAnyAddressAndPortAndAnExactRowGoesBefore() throws IOException {
        Run run = evaluate(TITLES + "*,*,*,*,tcp,uncertain,\n" + CHANCE);

        assertThat(columns(run, "uncertain")).isEqualTo("uncertain 1 0 0 0 0 0 0");
        assertThat(columns(run, "coincidence")).isEqualTo("coincidence 0 0 0 1 0 0 0");
    }

    @Test
    void aBrokenTruthIsToldWithItsLine() throws IOException {
        assertThat(evaluate(TITLES + SESSION + CHANCE.replace("443", "70000")).errors())
                .last()
                .asString()
                .endsWith("truth.csv, line 3: server_port is \"70000\", neither within 0-65535 nor *");
        assertThat(evaluate(TITLES + SESSION.replace("session", "sesion")).errors())
                .last()
                .asString()
                .endsWith(
                        "truth.csv, line 2: verdict is \"sesion\"; expected session, probe, scan, coincidence, uncertain,"
                                + " allowed");
        assertThat(evaluate(TITLES + SESSION + SESSION).errors())
                .last()
                .asString()
                .endsWith("truth.csv, line 3: the conversation is that of line 2");
        assertThat(evaluate("client,server\n").errors())
                .last()
                .asString()
                .contains("truth.csv, line 1: no column client_address, client_port");
    }

    @Test
    void aRowWithoutAConversationIsToldAsItMayBeMisspelt() throws IOException {
        Run run = evaluate(TITLES + SESSION + CHANCE + CHANCE.replace("10.0.0.5", "10.0.0.6"));

        assertThat(run.exit()).isZero();
        assertThat(run.errors())
                .last()
                .asString()
                .endsWith("truth.csv, line 4: the logs have no such conversation on a watched port");
    }

    private Run evaluate(String truth, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("truth.csv"), truth);
        List<String> arguments = new ArrayList<>(
                List.of("evaluate", "--format", "zeek-conn", "--truth", file.toString(), log.toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    /** The row of a table that begins so, with a blank between its cells. */
    private static String columns(Run run, String start) {
        return run.lines().stream()
                .filter(line -> line.startsWith(start + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.out() + run.err()))
                .replaceAll(" +", " ");
    }
}
