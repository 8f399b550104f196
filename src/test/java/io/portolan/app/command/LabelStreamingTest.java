package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own: what only a real pipe and a small heap can show. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LabelStreamingTest {
    private static final int FLOWS = 300_000;
    private static final String FLOW =
            "2 123456789012 eni-0a 198.51.100.7 192.0.2.12 %d 443 6 5 260 1793610000 1793610060 ACCEPT OK\n";

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void memoryDoesNotGrowWithTheLog() throws Exception {
        Path out = folder.resolve("out");
        Process label = label("-Xmx80m", ProcessBuilder.Redirect.to(out.toFile()));

        writeFlows(label);

        assertThat(label.waitFor()).isZero();
        assertThat(errors()).contains("portolan: 300000 records: 300000 flows, 0 not a flow, 0 unreadable");
        try (Stream<String> lines = Files.lines(out)) {
            assertThat(lines.count()).isEqualTo(FLOWS);
        }
    }

    @Test
    void aReaderThatHasSeenEnoughEndsItWithoutAWord() throws Exception {
        Process label = label("-Xmx256m", ProcessBuilder.Redirect.PIPE);
        Thread writing = new Thread(() -> writeFlows(label));
        writing.start();
        String first;
        try (BufferedReader out = label.inputReader(StandardCharsets.UTF_8)) {
            first = out.readLine();
        }

        assertThat(first).startsWith("{\"protocol\":6,");
        assertThat(label.waitFor()).isEqualTo(141);
        assertThat(errors()).isEmpty();
        writing.join();
    }

    @Test
    void aFlowIsPrintedBeforeTheNextIsThere() throws Exception {
        Process label = label("-Xmx256m", ProcessBuilder.Redirect.PIPE);
        try (Writer in = label.outputWriter(StandardCharsets.UTF_8);
                BufferedReader out = label.inputReader(StandardCharsets.UTF_8)) {
            in.write(FLOW.formatted(50_000));
            in.flush();

            assertThat(out.readLine()).contains("\"src_port\":50000");
        }
        assertThat(label.waitFor()).isZero();
    }

    @AfterEach
    void endWhatStillRuns() {
        started.forEach(Process::destroyForcibly);
    }

    private Process label(String heap, ProcessBuilder.Redirect out) throws IOException {
        Process label = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.portolan.app.Main",
                        "label",
                        "--format",
                        "aws-vpc")
                .redirectOutput(out)
                .redirectError(folder.resolve("err").toFile())
                .start();
        started.add(label);
        return label;
    }

    private List<String> errors() throws IOException {
        return Files.readAllLines(folder.resolve("err"));
    }

    private static void writeFlows(Process label) {
        try (BufferedWriter in = label.outputWriter(StandardCharsets.UTF_8)) {
            for (int i = 0; i < FLOWS; i++) {
                in.write(FLOW.formatted(50_000 + i % 10_000));
            }
        } catch (IOException e) {
            if (label.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
