package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.job.AvroFlows;
import io.portolan.app.job.Brokers;
import io.portolan.app.job.JobProcess;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowLogs;
import io.portolan.flow.format.Fixtures;
import io.portolan.flow.format.FlowFormats;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged records of every format go through one job, each to its flows or to the dead letters. */
@Timeout(7_200)
class BadInputTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String AVRO = "avro";
    private static final int LINES_BESIDE = 60;
    /** Twenty causes are told apart, each in a line a minute, and all others share one. */
    private static final int LINES_A_MINUTE = 21;

    private static final long MOST_MEMORY_KB = 900_000;
    private static final int AT_A_TIME = 100;
    private static final int ROUNDS_A_FLUSH = 75;

    @TempDir
    private Path folder;

    @Test
    void everyDamagedRecordEndsAsItsFlowsOrAsADeadLetter() throws Exception {
        BrokerOptions options = BrokerOptions.defaults().withDirectory(folder.resolve("broker"));
        int records = Size.MUTATIONS.value();
        try (World world = World.on(Brokers.inProcess(options), folder, AVRO, inputs());
                JobProcess job = world.job("job", Map.of())) {
            await().atMost(PATIENCE).until(() -> job.text().contains("portolan: running"));
            Map<FlowFormat, List<byte[]>> sound = sound(world);
            Damage damage = new Damage(Size.SEED.value());
            int ofRound = AT_A_TIME * sound.size();
            int rounds = (records + ofRound - 1) / ofRound;
            long begin = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                sound.forEach((format, all) -> feed(world, format, all, damage));
                if (i % ROUNDS_A_FLUSH == 0) {
                    world.feeder().flush();
                    world.output().read(Duration.ofMillis(100));
                }
            }
            world.feeder().flush();
            Balance balance = world.settle(PATIENCE);
            long seconds = (System.nanoTime() - begin) / 1_000_000_000;

            assertThat(balance.records()).isGreaterThanOrEqualTo(records);
            assertThat(balance.letters()).as("some are bad").isPositive();
            assertThat(balance.flows()).as("some are good").isPositive();
            long memory = Procfs.peakMemoryKb(job.process().pid());
            assertThat(memory).as("KiB of memory").isLessThan(MOST_MEMORY_KB);
            assertThat(job.stop()).isZero();
            assertThat(job.lines().size())
                    .as("lines of the log")
                    .isLessThan(LINES_BESIDE + LINES_A_MINUTE * (int) (1 + seconds / 60));
            Scenario.DAMAGED_RECORDS.passed(
                    balance,
                    Map.of(
                            "formats",
                            sound.size(),
                            "peak MiB of the process",
                            memory / 1024,
                            "lines of the log",
                            job.lines().size(),
                            "seconds",
                            seconds));
        }
    }

    private static void feed(World world, FlowFormat format, List<byte[]> sound, Damage damage) {
        Due due = new Due(format.parser().apply(List.of()));
        for (int i = 0; i < AT_A_TIME; i++) {
            byte[] record = damage.of(sound);
            boolean framed = format.name().equals(AVRO);
            world.feeder().send(topic(format), framed ? Line.either(0, record) : due.line(0, record));
        }
    }

    /** An input of each format, on a topic of its own. */
    private static Map<String, String> inputs() {
        Map<String, String> keys = new HashMap<>();
        keys.put("inputs", FlowFormats.all().stream().map(FlowFormat::name).collect(Collectors.joining(",")));
        for (FlowFormat format : FlowFormats.all()) {
            keys.put("input." + format.name() + ".topic", topic(format));
            keys.put("input." + format.name() + ".format", format.name());
        }
        return keys;
    }

    private static String topic(FlowFormat format) {
        return "in-" + format.name();
    }

    /** The records of the fixtures; those in Avro with the head that a schema registry's serializer writes. */
    private static Map<FlowFormat, List<byte[]>> sound(World world) throws Exception {
        Map<FlowFormat, List<byte[]>> sound = new LinkedHashMap<>();
        for (FlowFormat format : FlowFormats.all()) {
            List<byte[]> records = new ArrayList<>();
            for (Path file : Fixtures.files(format)) {
                records.addAll(Fixtures.records(format, file));
            }
            sound.put(format, format.name().equals(AVRO) ? framed(world, records) : records);
        }
        return sound;
    }

    private static List<byte[]> framed(World world, List<byte[]> records) {
        byte[] one =
                world.cluster().config().avro().serializer().serialize("in-avro", AvroFlows.session(FlowLogs.SCHEMA));
        return records.stream().map(record -> framed(one, record)).toList();
    }

    private static byte[] framed(byte[] head, byte[] record) {
        byte[] framed = Arrays.copyOf(head, 5 + record.length);
        System.arraycopy(record, 0, framed, 5, record.length);
        return framed;
    }
}
