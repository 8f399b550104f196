package io.portolan.app.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.config.PortolanConfig;
import io.portolan.judge.Rule;
import io.portolan.judge.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRulesTest {
    private static final String ID = "00000000-0000-0000-0000-00000000000";

    @TempDir
    private Path folder;

    private Path rules;
    private Path filters;

    @BeforeEach
    void oneRule() throws IOException {
        rules = Files.createDirectory(folder.resolve("rules"));
        filters = Files.createDirectory(folder.resolve("filters"));
        write("a.yml", rule(1));
    }

    @Test
    void whatIsRightReplacesTheRules() throws Exception {
        LiveRules live = live();
        write("b.yml", rule(2));
        Files.writeString(filters.resolve("known.yml"), filter(2));

        live.look();

        assertThat(live.get().all()).map(Rule::title).containsExactly("Rule 1", "Rule 2");
        assertThat(live.get().filters()).hasSize(1);
    }

    @Test
    void whatIsWrongChangesNothingUntilItIsMended() throws Exception {
        LiveRules live = live();
        Rules before = live.get();
        write("b.yml", rule(2).replace("server.port", "sever.port"));

        live.look();
        assertThat(live.get()).isSameAs(before);
        assertThat(live.isRefused()).isTrue();

        write("b.yml", rule(2));
        live.look();
        assertThat(live.get().all()).hasSize(2);
        assertThat(live.isRefused()).isFalse();
        assertThat(live.refused()).isEqualTo(1);
        assertThat(live.taken()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsGoneChangesNothing() throws Exception {
        LiveRules live = live();
        Rules before = live.get();
        Files.delete(rules.resolve("a.yml"));
        Files.delete(rules);

        live.look();

        assertThat(live.get()).isSameAs(before);
    }

    @Test
    void rulesStayTheSameObjectWhileNothingChanges() {
        LiveRules live = live();
        Rules before = live.get();

        live.look();

        assertThat(live.get()).isSameAs(before);
    }

    @Test
    void theFoldersAreWatched() throws Exception {
        try (LiveRules live = live()) {
            live.watch(Duration.ofMillis(10));
            write("b.yml", rule(2));

            await().untilAsserted(() -> assertThat(live.get().all()).hasSize(2));
        }
    }

    private LiveRules live() {
        return new LiveRules(
                new PortolanConfig(Map.of("rules.path", rules.toString(), "filters.path", filters.toString())));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(rules.resolve(name), text);
    }

    private static String rule(int number) {
        return """
                title: Rule %d
                id: %s%d
                status: stable
                logsource: {category: firewall}
                detection:
                  selection: {server.port: 1274}
                  condition: selection
                level: low
                """.formatted(number, ID, number);
    }

    private static String filter(int rule) {
        return """
                title: Known
                id: 00000000-0000-0000-0000-0000000000ff
                logsource: {category: firewall}
                filter:
                  rules: [%s%d]
                  selection: {server.ip: 192.0.2.10}
                  condition: not selection
                """.formatted(ID, rule);
    }
}
