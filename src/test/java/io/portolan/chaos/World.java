package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.job.Brokers;
import io.portolan.app.job.ClusterHarness;
import io.portolan.app.job.JobProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cluster with a port registry, what is written to its input, and the ledger of it. */
final class World implements AutoCloseable {
    static final String[] REGISTRY = {
        "t1distproc,1274,tcp,t1distproc,2015-07-15", "https,443,tcp,HTTP over TLS,2021-10-01"
    };

    private static final int MOST_TEXT = 2_000;

    private final Path folder;
    private final ClusterHarness cluster;
    private final Ledger ledger = new Ledger();
    private final Feeder feeder;
    private final OutputReader output;

    private World(Path folder, ClusterHarness cluster) {
        this.folder = folder;
        this.cluster = cluster;
        this.feeder = new Feeder(cluster, ledger);
        this.output = new OutputReader(cluster.config(), ledger);
    }

    /** With one input of this format. */
    static World on(Brokers brokers, Path folder, String format) throws Exception {
        return on(brokers, folder, format, Map.of());
    }

    /** As above, with more keys of the configuration. */
    static World on(Brokers brokers, Path folder, String format, Map<String, String> more) throws Exception {
        ClusterHarness cluster = ClusterHarness.on(brokers, folder, format, more);
        cluster.loadRegistry(REGISTRY);
        return new World(folder, cluster);
    }

    /** With an empty port registry, for conn.log of Zeek. */
    static World unlabelled(Brokers brokers, Path folder) throws Exception {
        return new World(folder, ClusterHarness.on(brokers, folder, "zeek-conn", Map.of()));
    }

    ClusterHarness cluster() {
        return cluster;
    }

    Ledger ledger() {
        return ledger;
    }

    Feeder feeder() {
        return feeder;
    }

    OutputReader output() {
        return output;
    }

    /** Publishes the registry of all tests, and this range beside it. */
    void loadRegistry(String range) throws IOException {
        cluster.loadRegistry(REGISTRY[0], REGISTRY[1], range);
    }

    /** Starts an instance of the job. */
    JobProcess job(String name, Map<String, String> more) throws IOException {
        return JobProcess.start(folder, name, keys(name, more));
    }

    /** As above, with these options of Java. */
    JobProcess job(String name, Map<String, String> more, List<String> options) throws IOException {
        return JobProcess.start(folder, name, keys(name, more), options);
    }

    private Map<String, String> keys(String name, Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(cluster.keys());
        keys.put("kafka.state.dir", folder.resolve("state-" + name).toString());
        keys.putAll(more);
        return keys;
    }

    /** As above, with the state that an earlier one has left, and a log of its own. */
    JobProcess job(String state, String log) throws IOException {
        return job(
                log, Map.of("kafka.state.dir", folder.resolve("state-" + state).toString()));
    }

    /** Waits until all that was written has ended as it has to, as long as something comes within this time. */
    Balance settle(Duration patience) {
        Balance balance = output.readUntilSettled(patience);
        assertThat(balance.isEven())
                .as("%s; %s read anew: %s", balance, ledger.firstUneven(), balance.isEven() ? "" : anew())
                .isTrue();
        return balance;
    }

    /** Waits until the sums of traffic are those of all flows. */
    void awaitSums(Balance balance, Duration patience) {
        await().atMost(patience)
                .untilAsserted(() -> assertThat(Written.read(cluster.config()).trafficFlows())
                        .isEqualTo(balance.flows()));
    }

    /** Tells what is not there from what the reader has missed. */
    private String anew() {
        Ledger copy = ledger.unread();
        try (OutputReader again = new OutputReader(cluster.config(), copy)) {
            return again.readUntilSettled(Duration.ofSeconds(5)) + "; " + causes(copy);
        }
    }

    /** What the dead letters of uneven records say. */
    private String causes(Ledger uneven) {
        StringBuilder text = new StringBuilder();
        CommittedTopic.read(
                cluster.config(), cluster.config().topics().deadLetters().name(), letter -> {
                    if (uneven.isUneven(letter.key()) && text.length() < MOST_TEXT) {
                        text.append(new String(letter.key(), StandardCharsets.UTF_8))
                                .append(": ");
                        letter.headers()
                                .forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8))
                                        .append(", "));
                    }
                });
        return text.toString();
    }

    /** Waits until alerts, sums and inventory are those of the other run. */
    Written awaitSame(Written other, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(Written.read(cluster.config()).differences(other))
                        .isEmpty());
        return Written.read(cluster.config());
    }

    @Override
    public void close() {
        output.close();
        feeder.close();
        cluster.close();
    }
}
