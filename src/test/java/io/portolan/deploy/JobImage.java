package io.portolan.deploy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.IndefiniteWaitOneShotStartupCheckStrategy;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy.StartupStatus;
import org.testcontainers.containers.wait.strategy.Wait;

/** The image of the job as it is built from these sources, in the network of the containers. */
record JobImage(Containers containers) {
    private static final String NAME = "portolan:test";
    private static final int STOP_SECONDS = 15;

    /** Builds it; what has not changed since is not built again. */
    static JobImage build(Containers containers) {
        Path log = Path.of("target/image.log");
        try {
            Process build = new ProcessBuilder(".ci/image", NAME)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (build.waitFor() != 0) {
                throw new IllegalStateException("The image cannot be built, see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new JobImage(containers);
    }

    /** Runs a command to its end and returns what it wrote to either output, whatever its exit code. */
    String run(String... command) {
        try (GenericContainer<?> container =
                container(Map.of()).withCommand(command).withStartupCheckStrategy(new EndOfCommand())) {
            container.start();
            return container.getLogs();
        }
    }

    /** Runs the job until it is ready. */
    Running start(Map<String, String> environment) {
        GenericContainer<?> container = container(environment)
                .withExposedPorts(8274)
                .waitingFor(Wait.forHttp("/health/ready").forPort(8274).withStartupTimeout(Duration.ofMinutes(2)));
        container.start();
        return new Running(container);
    }

    /** Nothing of it can be written but its volumes, and nobody in it may do more than a user. */
    private GenericContainer<?> container(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PORTOLAN_KAFKA_BOOTSTRAP_SERVERS", Containers.INSIDE_BROKERS);
        all.put("PORTOLAN_SCHEMA_REGISTRY_URL", Containers.INSIDE_REGISTRY);
        return new GenericContainer<>(NAME)
                .withNetwork(containers.network)
                .withEnv(all)
                .withCreateContainerCmdModifier(command -> {
                    HostConfig host = Objects.requireNonNull(command.getHostConfig());
                    host.withReadonlyRootfs(true).withCapDrop(Capability.ALL);
                });
    }

    /** A job that runs. */
    record Running(GenericContainer<?> container) implements AutoCloseable {
        /** Runs a command in its container and returns what it wrote to standard output. */
        String command(String... command) throws IOException, InterruptedException {
            return container.execInContainer(command).getStdout();
        }

        /** Stops it as {@code docker stop} does, and returns its exit code. */
        long stop() {
            DockerClient docker = DockerClientFactory.instance().client();
            docker.stopContainerCmd(container.getContainerId())
                    .withTimeout(STOP_SECONDS)
                    .exec();
            return Objects.requireNonNull(docker.inspectContainerCmd(container.getContainerId())
                    .exec()
                    .getState()
                    .getExitCodeLong());
        }

        @Override
        public void close() {
            container.stop();
        }
    }

    /** A command has started once it has ended, whatever came of it. */
    private static final class EndOfCommand extends IndefiniteWaitOneShotStartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient docker, String container) {
            StartupStatus status = super.checkStartupState(docker, container);
            return status == StartupStatus.FAILED ? StartupStatus.SUCCESSFUL : status;
        }
    }
}
