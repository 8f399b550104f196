package io.portolan.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.portolan.app.Main;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The job on Kafka's own image and Apicurio's, and the image of the job beside them: one set of containers for all. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobOnContainersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static Containers containers;
    /** Built while the first test waits for its containers. */
    private static CompletableFuture<JobImage> image;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Containers.canRun(), "skipped: there is no Docker engine that this process may use");
        containers = new Containers();
        image = CompletableFuture.supplyAsync(() -> JobImage.build(containers));
        containers.kafka.start();
    }

    @AfterAll
    static void stop() {
        if (containers != null) {
            containers.close();
        }
    }

    @Test
    @Order(1)
    void aJobWhoseRegistryIsAwayAtTheStartAndWhoseBrokerGoesAndComesLosesAndDoublesNothing() throws Exception {
        PortolanConfig config = new PortolanConfig(keys());
        Outputs outputs = new Outputs(config);
        run("topics", "--create");
        produce(config, ConnLog.sessions(5, "198.51.100.1", "192.0.2.1", 443));

        CompletableFuture<Job> starting = CompletableFuture.supplyAsync(() -> Job.start(config));
        assertThat(starting).as("waits for a registry").isNotDone();
        containers.registry.start();
        run("schemas", "--register");
        run("registry", "load", "--bundled");

        try (Job job = starting.get()) {
            assertThat(job.awaitRunning()).isTrue();
            // It may have started before the load was there to be read, which then comes a moment later.
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(job.state().registryVersion()).isPresent());
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(outputs.flowsFrom("198.51.100.1")).hasSize(5));

            produce(config, ConnLog.sessions(1, "198.51.100.2", "192.0.2.2", 1274));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(outputs.alertsOf("192.0.2.2")).isNotEmpty());
            assertThat(outputs.flowsFrom("198.51.100.2"))
                    .singleElement()
                    .satisfies(flow -> assertThat(flow.get("service")).hasToString("t1distproc"));

            containers.stopBroker();
            containers.startBroker();
            produce(config, ConnLog.sessions(7, "198.51.100.3", "192.0.2.3", 443));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(outputs.flowsFrom("198.51.100.3")).hasSize(7));
            assertThat(outputs.flowsFrom("198.51.100.1")).hasSize(5);
            assertThat(outputs.flowsFrom("198.51.100.2")).hasSize(1);
        }
    }

    @Test
    @Order(2)
    void theImageLabelsAlertsAndStopsInOrder() throws Exception {
        PortolanConfig config = new PortolanConfig(keys());
        Outputs outputs = new Outputs(config);
        containers.registry.start();
        JobImage built = image.get();

        assertThat(built.run("demo")).contains("without the Kafka broker");
        assertThat(built.run("topics")).contains("port-alerts");
        try (JobImage.Running job = built.start(Map.of(
                "PORTOLAN_INPUTS", "flows",
                "PORTOLAN_INPUT_FLOWS_FORMAT", "zeek-conn",
                "PORTOLAN_HTTP_TOKEN", "a-token-of-the-tests"))) {
            produce(config, ConnLog.sessions(3, "198.51.100.4", "192.0.2.4", 1274));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(outputs.alertsOf("192.0.2.4")).isNotEmpty());
            // The first flow of a task is committed by itself, and its alert may be there before the others.
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(outputs.flowsFrom("198.51.100.4")).hasSize(3));

            assertThat(job.command("/opt/portolan/portolan", "health", "--ready"))
                    .contains("\"status\":\"UP\"");
            assertThat(job.command("cat", "/proc/1/comm").strip()).isEqualTo("java");
            assertThat(job.command("id", "-u").strip()).isEqualTo("10001");
            assertThat(job.stop()).isZero();
        }
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        keys.put("kafka.bootstrap.servers", containers.kafka.getBootstrapServers());
        keys.put("kafka.state.dir", folder.resolve("state").toString());
        keys.put("kafka.session.timeout.ms", "10000");
        keys.put("schema.registry.url", containers.registryUrl());
        keys.put("inputs", "flows");
        keys.put("input.flows.format", "zeek-conn");
        return keys;
    }

    /** A command of ours, as a user would give it. */
    private static void run(String... command) throws IOException {
        Path file = folder.resolve("portolan.properties");
        StringBuilder text = new StringBuilder();
        keys().forEach((key, value) ->
                text.append(key).append('=').append(value).append('\n'));
        Files.writeString(file, text);
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--config", file.toString()));
        assertThat(Main.commandLine().execute(line.toArray(String[]::new))).isZero();
    }

    private static void produce(PortolanConfig config, List<String> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config.kafkaClient(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String record : records) {
                producer.send(new ProducerRecord<>("flows", record.getBytes(UTF_8)))
                        .get();
            }
        }
    }
}
