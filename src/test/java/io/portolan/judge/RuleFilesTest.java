package io.portolan.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.schema.Level;
import io.portolan.schema.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {
    @TempDir
    Path folder;

    @Test
    void theBundledRuleInForceWatches1274() {
        List<Rule> rules = RuleFiles.bundled().all();

        assertThat(rules).hasSize(1);
        Rule rule = rules.get(0);
        assertThat(rule.id()).isEqualTo("3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee01");
        assertThat(rule.title()).isEqualTo("Port 1274 (t1distproc) in use");
        assertThat(rule.level()).isEqualTo(Level.HIGH);
        assertThat(rule.status()).isEqualTo(RuleStatus.STABLE);
        assertThat(rule.tags()).containsExactly("attack.command-and-control", "attack.t1571");
        assertThat(rule.technique()).contains("T1571");
        assertThat(rule.levels())
                .isEqualTo(Map.of(
                        Verdict.SESSION, Level.HIGH,
                        Verdict.PROBE, Level.LOW,
                        Verdict.UNCERTAIN, Level.INFORMATIONAL));
        assertThat(rule.falsePositives())
                .containsExactly(
                        "A host that runs the registered service",
                        "An application that was configured to listen on this port on purpose");
    }

    @Test
    void rulesAreReadInTheOrderOfTheirFilesAndNothingElseIs() throws Exception {
        write("b.yaml", rule(2, 2000));
        write("a.yml", rule(1, 1000));
        write("README.md", "no rule");

        assertThat(read().rules()).map(Rule::title).containsExactly("Rule 1", "Rule 2");
    }

    @Test
    void aFolderWithoutRulesIsRefused() {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> read())
                .withMessage(folder + ": holds no rule: no file ends in .yml or .yaml");
    }

    @Test
    void twoRulesOfOneIdAreRefused() throws Exception {
        write("a.yml", rule(1, 1000));
        write("b.yml", rule(1, 2000));

        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> read())
                .withMessage("%s: id is that of %s: 00000000-0000-0000-0000-000000000001"
                        .formatted(folder.resolve("b.yml"), folder.resolve("a.yml")));
    }

    @Test
    void aFileThatIsNotTextIsRefusedByName() throws Exception {
        Files.write(folder.resolve("a.yml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> read())
                .withMessage(folder.resolve("a.yml") + ": is not UTF-8");
    }

    private RuleBook read() throws IOException, InvalidRuleException {
        return RuleFiles.read(Optional.of(folder), Optional.empty());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String rule(int number, int port) {
        return """
                title: Rule %d
                id: 00000000-0000-0000-0000-%012d
                status: stable
                description: A test.
                logsource: {category: firewall}
                detection:
                  selection: {server.port: %d, network.transport: [tcp, udp]}
                  condition: selection
                level: low
                levels: {session: low}
                """.formatted(number, number, port);
    }
}
