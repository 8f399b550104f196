package io.portolan.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.portolan.app.broker.LocalBrokerExtension;
import io.portolan.app.broker.TestCluster;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replay in a process of its own that is told to end. */
@ExtendWith(LocalBrokerExtension.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReplayStopTest {
    private static final Path LOG = Path.of("src/main/resources/demo/zeek-conn.log");

    /** Signal 2 in a mask. */
    private static final long INTERRUPT = 1 << 1;

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private String topic;
    private Admin admin;
    private @Nullable Process replay;

    @BeforeEach
    void createTopic(TestCluster shared) throws Exception {
        cluster = shared;
        topic = cluster.createTopic("stopped", 1);
        admin = Admin.create(cluster.clientProperties(Map.of()));
    }

    @AfterEach
    void endWhatStillRuns() {
        if (replay != null) {
            replay.destroyForcibly();
        }
        admin.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aReplayThatIsStoppedSaysHowManyRecordsAreInTheTopic(String signal) throws Exception {
        assumeFalse(
                signal.equals("INT") && isInterruptIgnored(),
                "SIGINT is ignored here, as in what a shell runs in the background, and so by the processes that are started");
        start("--rate", "50", LOG.toString());
        awaitWritten(20);

        int exit = end(signal);

        assertThat(exit).isEqualTo(signal.equals("INT") ? 130 : 143);
        assertThat(written()).isLessThan(1_175);
        assertThat(errors())
                .last()
                .isEqualTo("portolan: stopped; " + written() + " records were written to topic " + topic);
    }

    @Test
    void aReplayThatWaitsForInputIsStoppedAsWell() throws Exception {
        start("-");
        try (Writer in = replay.outputWriter(UTF_8)) {
            in.write("one\ntwo\n");
            in.flush();
            awaitWritten(2);

            assertThat(end("TERM")).isEqualTo(143);
        }
        assertThat(errors()).last().isEqualTo("portolan: stopped; 2 records were written to topic " + topic);
    }

    /** As Linux tells it; elsewhere it is taken for not ignored. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).trim(), 16))
                .anyMatch(ignored -> (ignored & INTERRUPT) != 0);
    }

    private void start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.portolan.app.Main",
                "replay",
                "--format",
                "zeek-conn",
                "--bootstrap-server",
                cluster.bootstrapServers(),
                "--to",
                topic));
        command.addAll(List.of(words));
        replay = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private int end(String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(replay.pid()))
                .start()
                .waitFor();
        assertThat(replay.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return replay.exitValue();
    }

    /** A process takes its time to start where others are at work. */
    private void awaitWritten(long records) {
        await().atMost(Duration.ofMinutes(1)).until(() -> written() >= records);
    }

    private long written() throws ExecutionException, InterruptedException {
        TopicPartition partition = new TopicPartition(topic, 0);
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private List<String> errors() throws IOException {
        return Files.readAllLines(folder.resolve("err"));
    }
}
