package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.job.AvroFlows;
import io.portolan.app.job.Brokers;
import io.portolan.app.job.ClusterHarness;
import io.portolan.app.job.JobProcess;
import io.portolan.chaos.FaultyRegistry.Fault;
import io.portolan.topology.DeadLetterQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The schema registry is away at the start, and then goes wrong in every way while producers come with schemas that the job has not
 * met: it asks again until it is told, and takes nothing for a schema that is none. What it refuses, or what nobody can read as a flow,
 * is told apart from that.
 */
@Timeout(600)
class SchemaRegistryFaultTest {
    private static final int FLOWS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES = 3;

    @TempDir
    private Path folder;

    @Test
    void isAskedAgainUntilItAnswersAndNoFlowIsLost() throws Exception {
        BrokerOptions options = BrokerOptions.defaults().withDirectory(folder.resolve("broker"));
        try (World world = World.on(Brokers.inProcess(options), folder, "avro");
                FaultyRegistry registry =
                        new FaultyRegistry("http://127.0.0.1:" + world.cluster().schemasPort())) {
            endAtARefusal(world, registry);
            try (JobProcess job = world.job("again", keys(registry))) {
                world.settle(PATIENCE);
                List<Fault> faults = faults().toList();
                for (int i = 0; i < faults.size(); i++) {
                    meet(world, registry, job, faults.get(i), i + 1);
                }
                blameRecordsThatNoReaderReads(world, faults.size() + 1);
                Balance balance = world.settle(PATIENCE);
                assertThat(job.stop()).isZero();
                assertThat(job.lines()).as("no flood").hasSizeLessThan(20 + 10 * faults.size());
                Scenario.SCHEMA_REGISTRY_FAULTS.passed(
                        balance,
                        Map.of(
                                "faults",
                                faults.size() + 3,
                                "lines of the log",
                                job.lines().size()));
            }
        }
    }

    /** A registry that is away is waited for; one that refuses the job's own schema ends it, and blames no record. */
    private static void endAtARefusal(World world, FaultyRegistry registry) throws Exception {
        registry.breakDown(Fault.AWAY);
        try (JobProcess job = world.job("job", keys(registry))) {
            await().atMost(PATIENCE).until(() -> job.text().contains("The job does not start yet"));
            registry.mend();
            await().atMost(PATIENCE).until(() -> job.text().contains("portolan: running"));
            registry.breakDown(Fault.INCOMPATIBLE);
            feed(world, 0);

            assertThat(job.awaitEnd(120)).isEqualTo(1);
            assertThat(job.text())
                    .contains("is incompatible with an earlier schema")
                    .contains("-value");
            assertThat(registry.refused()).isPositive();
        }
        registry.mend();
        world.output().read(Duration.ofMillis(500));
        assertThat(world.ledger().balance())
                .as("nothing is committed, and no record blamed")
                .isEqualTo(new Balance(FLOWS, 0, 0, FLOWS, 0, 0));
    }

    /** An id whose schema is no flow log's, between others: its records are dead letters, and say why. */
    private static void blameRecordsThatNoReaderReads(World world, int version) throws Exception {
        long letters = world.ledger().balance().letters();
        byte[] unreadable = world.cluster().config().avro().serializer().serialize("another", AvroFlows.unreadable());
        for (int i = 0; i < FLOWS; i++) {
            world.feeder().send(new Line(i % 6, unreadable, 0, 1));
        }
        feed(world, version);
        for (int i = 0; i < FLOWS; i++) {
            world.feeder().send(new Line(i % 6, unreadable, 0, 1));
        }
        world.feeder().flush();
        world.settle(PATIENCE);
        assertThat(world.ledger().balance().letters()).isEqualTo(letters + 2 * FLOWS);
        assertThat(causes(world))
                .as("causes of the dead letters")
                .singleElement(STRING)
                .contains("schema id", "Found string, expecting int");
    }

    private static Set<String> causes(World world) {
        Set<String> causes = new HashSet<>();
        PortolanConfig config = world.cluster().config();
        CommittedTopic.read(config, config.topics().deadLetters().name(), letter -> {
            byte[] cause = letter.headers().lastHeader(DeadLetterQueue.CAUSE).value();
            causes.add(new String(cause, StandardCharsets.UTF_8));
        });
        return causes;
    }

    private static Stream<Fault> faults() {
        return Size.isWhole()
                ? Stream.of(Fault.values()).filter(fault -> fault != Fault.INCOMPATIBLE)
                : Stream.of(Fault.PAGE);
    }

    /** Flows of a schema that the job has to ask for come while the registry has the fault. */
    private static void meet(World world, FaultyRegistry registry, JobProcess job, Fault fault, int version)
            throws Exception {
        long before = job.lines().size();
        registry.breakDown(fault);
        feed(world, version);
        await().atMost(PATIENCE)
                .until(() -> registry.refused() >= TRIES || job.lines().size() > before);
        world.output().read(Duration.ofMillis(500));
        assertThat(world.ledger().balance().lost())
                .as("%s: waits for the registry", fault)
                .isEqualTo(FLOWS);
        assertThat(world.ledger().balance().letters())
                .as("%s: blames no record", fault)
                .isZero();
        registry.mend();
        world.settle(PATIENCE);
    }

    private static void feed(World world, int version) {
        Schema schema = AvroFlows.newer(
                IntStream.rangeClosed(1, version).mapToObj(i -> "field_" + i).toList());
        Serializer<Object> avro = world.cluster().config().avro().serializer();
        for (int i = 0; i < FLOWS; i++) {
            byte[] value = avro.serialize(ClusterHarness.FLOWS, AvroFlows.session(schema));
            world.feeder().send(new Line(i % 6, value, 1, 0));
        }
        world.feeder().flush();
    }

    private static Map<String, String> keys(FaultyRegistry registry) {
        return Map.of(
                "schema.registry.url", registry.url(),
                "schema.registry.http.read.timeout.ms", "2000",
                "fault.patience.ms", "300000");
    }
}
