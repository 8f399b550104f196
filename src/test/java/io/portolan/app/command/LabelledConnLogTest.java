package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portolan.flow.zeek.ConnLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long log comes out of the command as it went in: every line is printed or told of, and the sums are the same. */
class LabelledConnLogTest {
    private static final int LINES = 100_000;
    private static final long SEED = 9_996;
    private static final ObjectReader JSON = new JsonMapper().reader();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "JSON: {0}")
    @ValueSource(booleans = {false, true})
    void eachLineIsPrintedOrCountedAndTheSumsAreRight(boolean json) throws IOException {
        ConnLog log = ConnLog.of(LINES, SEED, json);
        Path file = Files.writeString(folder.resolve("conn.log"), log.text());

        Run run = Run.of("label", "--format", "zeek-conn", file.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("portolan: %d records: %d flows, %d not a flow"
                        .formatted(log.lines(), log.flows(), log.headers()))
                .contains(", %d unreadable\n".formatted(log.malformed()));
        assertThat(sums(run.lines())).containsExactly(log.flows(), log.ports(), log.packets(), log.bytes());
    }

    private static List<Long> sums(List<String> lines) throws IOException {
        long ports = 0;
        long packets = 0;
        long bytes = 0;
        for (String line : lines) {
            JsonNode flow = JSON.readTree(line);
            ports += flow.get("src_port").longValue() + flow.get("dst_port").longValue();
            packets += flow.get("packets").longValue();
            bytes += flow.get("bytes").longValue();
        }
        return List.of((long) lines.size(), ports, packets, bytes);
    }
}
