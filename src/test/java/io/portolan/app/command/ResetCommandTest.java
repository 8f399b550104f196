package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.broker.LocalBrokerExtension;
import io.portolan.app.broker.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LocalBrokerExtension.class)
class ResetCommandTest {
    @TempDir
    private Path folder;

    @Test
    void thePlanIsToldAndNothingIsDoneWithoutYes(TestCluster cluster) throws Exception {
        try (Deployment deployment = new Deployment(cluster, folder)) {
            Path state = state(deployment);
            deployment.run("topics", "--create");

            Deployment.Result plan = deployment.run("reset");

            assertThat(plan.err()).isEmpty();
            assertThat(plan.code()).isZero();
            assertThat(plan.out().lines())
                    .contains(
                            "Reset of " + cluster.unique("portolan") + " on " + cluster.bootstrapServers(),
                            "State deleted on this machine: " + state,
                            "Nothing is done yet. Run it again with --yes to do it.")
                    .anyMatch(line -> line.matches("flow-logs-\\d+ +input +6 +0 +0"))
                    .anyMatch(line -> line.matches("port-traffic-parts-\\d+ +between stages +3 +0 +0"))
                    .anyMatch(line -> line.matches("port-sightings-\\d+ +between stages +3 +0 +0"))
                    .anyMatch(line ->
                            line.matches("Topics that stay .*: flow-logs-dead-letter-.*, port-traffic-1m-\\d+"));
            assertThat(state).isDirectory();
        }
    }

    @Test
    void withYesItIsDone(TestCluster cluster) throws Exception {
        try (Deployment deployment = new Deployment(cluster, folder)) {
            Path state = state(deployment);
            deployment.run("topics", "--create");

            Deployment.Result done = deployment.run("reset", "--to-offset", "7", "--yes");

            assertThat(done.code()).isZero();
            assertThat(done.out()).endsWith("Done: the next start of the job begins there." + System.lineSeparator());
            assertThat(state).doesNotExist();
        }
    }

    @Test
    void theStateOfAMachineIsDeletedAlone(TestCluster cluster) throws Exception {
        try (Deployment deployment = new Deployment(cluster, folder)) {
            Path state = state(deployment);

            assertThat(deployment.run("reset", "--local-state").out())
                    .contains("State deleted on this machine: " + state, "Nothing is done yet.");
            assertThat(state).isDirectory();
            assertThat(deployment.run("reset", "--local-state", "--yes").code()).isZero();
            assertThat(state).doesNotExist();
        }
    }

    @Test
    void anInputThatIsMissingIsNamed(TestCluster cluster) throws Exception {
        try (Deployment deployment = new Deployment(cluster, folder)) {
            Deployment.Result failed = deployment.run("reset");

            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.err()).contains("topics are missing").contains(cluster.unique("flow-logs"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --to-datetime yesterday             | --to-datetime is a time in UTC such as 2026-11-23T08:00:00Z, not yesterday
            --to-offset -1                      | --to-offset is 0 or more, not -1
            --yes --dry-run                     | --yes and --dry-run do not go together
            --local-state --to-offset 5         | --local-state moves no offsets
            --to-offset 5 --to-datetime 2026    | mutually exclusive
            """)
    void whatDoesNotGoIsRefused(String options, String message) {
        Run run = Run.of(("reset " + options).split(" +"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    /** A folder of state as a job leaves it. */
    private Path state(Deployment deployment) throws Exception {
        Path directory = folder.resolve("state");
        deployment.configure("kafka.state.dir=" + directory);
        Path state = directory.resolve(deployment.config().applicationId());
        Files.createDirectories(state.resolve("2_0"));
        Files.writeString(state.resolve("kafka-streams-process-metadata"), "{}");
        return state;
    }
}
