package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What really goes wrong around a job: which faults it survives, which end it, and what it says. Its log is JSON. */
@Timeout(240)
class FaultsOfTheJobTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aBrokerThatGoesAndComesIsToldInALineEachAndTheJobGoesOn() throws Exception {
        try (ClusterHarness cluster = cluster(Map.of());
                JobProcess job = JobProcess.start(folder, "job", keys(cluster, Map.of()))) {
            cluster.produce(List.of(flow(1, 443)));
            assertThat(cluster.enriched(1)).hasSize(1);

            cluster.stopBroker();
            await().atMost(A_WHILE).until(() -> messages(job).stream().anyMatch(line -> line.startsWith("No broker")));
            cluster.startBroker();
            await().atMost(A_WHILE)
                    .until(() -> messages(job).stream().anyMatch(line -> line.contains("answers again")));
            cluster.produce(List.of(flow(2, 443)));

            assertThat(cluster.enriched(2)).hasSize(2);
            assertThat(job.stop()).isZero();
            assertThat(messages(job))
                    .filteredOn(line -> line.startsWith("No broker"))
                    .hasSize(1);
            assertThat(messages(job)).as("no flood").hasSizeLessThan(30);
        }
    }

    @Test
    void aFaultThatComesAgainForLongerThanThePatienceEndsTheJob() throws Exception {
        try (ClusterHarness cluster = cluster(Map.of());
                Gate registry = new Gate(cluster.schemasPort());
                JobProcess job = JobProcess.start(folder, "job", keys(cluster, behind(registry)))) {
            awaitRunning(job);
            registry.shut();
            cluster.produce(List.of(flow(1, 1274)));

            assertThat(job.awaitEnd(90)).isEqualTo(1);
            assertThat(messages(job))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("the job ended: a fault that should pass has come again for 3 s: ")
                            .contains("127.0.0.1:" + registry.port()));
        }
    }

    private static Map<String, String> behind(Gate registry) {
        return Map.of("schema.registry.url", "http://127.0.0.1:" + registry.port(), "fault.patience.ms", "3000");
    }

    @Test
    void aTopicThatIsGoneEndsTheJobWithItsNameAndTheWayOut() throws Exception {
        try (ClusterHarness cluster = cluster(Map.of());
                Admin admin = Admin.create(cluster.config().kafkaClient());
                JobProcess job = JobProcess.start(folder, "job", keys(cluster, Map.of()))) {
            awaitRunning(job);
            admin.deleteTopics(List.of(ClusterHarness.FLOWS)).all().get();

            assertThat(job.awaitEnd(120)).isEqualTo(1);
            assertThat(messages(job))
                    .contains(
                            "the job ended: topics are missing on the cluster, or this user may not see them: flows; create them with the"
                                    + " same options and: portolan topics --create (or give the user its rights: docs/security.md)");
        }
    }

    @Test
    void aRightThatIsTakenAwayEndsTheJobAndIsNamed() throws Exception {
        Map<String, String> broker = Map.of(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found", "true");
        try (ClusterHarness cluster = cluster(broker);
                Admin admin = Admin.create(cluster.config().kafkaClient());
                JobProcess job = JobProcess.start(folder, "job", keys(cluster, Map.of()))) {
            awaitRunning(job);
            admin.createAcls(List.of(new AclBinding(
                            new ResourcePattern(ResourceType.TOPIC, "flow-logs-enriched", PatternType.LITERAL),
                            new AccessControlEntry("User:*", "*", AclOperation.WRITE, AclPermissionType.DENY))))
                    .all()
                    .get();
            cluster.produce(List.of(flow(1, 443)));

            assertThat(job.awaitEnd(90)).isEqualTo(1);
            assertThat(messages(job))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("the job ended: ")
                            .contains("flow-logs-enriched")
                            .containsIgnoringCase("not authorized"));
        }
    }

    @Test
    void whatIsWrongBeforeTheStartIsALineOfTheLogToo() throws Exception {
        Map<String, String> keys = Map.of("log.format", "json", "kafka.bootstrap.severs", "192.0.2.1:9092");
        try (JobProcess job = JobProcess.start(folder, "job", keys)) {
            assertThat(job.awaitEnd(30)).isEqualTo(1);
            assertThat(messages(job))
                    .containsExactly(
                            "unknown configuration key kafka.bootstrap.severs; did you mean kafka.bootstrap.servers?"
                                    + " (A key of a class of yours has to be named in own.kafka.keys.)");
        }
    }

    private ClusterHarness cluster(Map<String, String> broker) throws Exception {
        ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn", Map.of(), broker);
        cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
        return cluster;
    }

    private static Map<String, String> keys(ClusterHarness cluster, Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(cluster.keys());
        keys.put("log.format", "json");
        keys.putAll(more);
        return keys;
    }

    private static void awaitRunning(JobProcess job) {
        await().atMost(A_WHILE).until(() -> messages(job).contains("running"));
    }

    /** The messages of all lines, each of which has to be JSON. The last one may be being written. */
    private static List<String> messages(JobProcess job) throws Exception {
        List<String> messages = new ArrayList<>();
        String text = job.text();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            JsonNode event = JSON.readTree(line);
            assertThat(event.path("@timestamp").asText()).isNotEmpty();
            assertThat(event.path("log.level").asText()).isNotEmpty();
            messages.add(event.path("message").asText());
        }
        return messages;
    }

    private static String flow(int number, int port) {
        return Zeek.tcp("C" + number, "198.51.100.7", 40000, "192.0.2.10", port, "SF", "ShADadFf");
    }
}
