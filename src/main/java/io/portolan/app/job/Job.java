package io.portolan.app.job;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.rules.LiveRules;
import io.portolan.judge.Rules;
import io.portolan.topology.FlowTopology;
import io.portolan.topology.JobCounters;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running job: one instance of the topology in this process. */
public final class Job implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final Duration CLOSING = Duration.ofSeconds(8);

    private final KafkaStreams streams;
    private final LiveRules rules;
    private final JobCounters counters;
    private final TopologyDescription description;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();

    private Job(KafkaStreams streams, LiveRules rules, JobCounters counters, TopologyDescription description) {
        this.streams = streams;
        this.rules = rules;
        this.counters = counters;
        this.description = description;
    }

    /**
     * Starts the job and returns while it is still joining its group.
     *
     * @throws RuntimeException if the cluster or the schema registry cannot be reached, or a topic is missing
     */
    public static Job start(PortolanConfig config) {
        return start(config, Optional.empty());
    }

    /**
     * As above, with the address at which the other instances of the job can ask this one.
     *
     * @throws RuntimeException as above
     */
    public static Job start(PortolanConfig config, Optional<HostInfo> address) {
        JobCounters counters = new JobCounters();
        LiveRules rules = new LiveRules(config);
        FlowTopology topology = topology(config, rules, counters);
        ClusterCheck.check(config);
        Properties settings = StreamsSettings.of(config, topology.deadLetterQueue());
        address.ifPresent(at -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, at.host() + ":" + at.port()));
        Topology built = topology.build();
        KafkaStreams streams = new KafkaStreams(built, settings);
        Job job = new Job(streams, rules, counters, built.describe());
        streams.setStateListener((now, before) -> job.moved(now));
        streams.setUncaughtExceptionHandler(new FaultPolicy(job.fault::set));
        streams.start();
        rules.watch(config.rulesReload());
        return job;
    }

    /** The topology of a configuration, with rules that may be exchanged while it runs. */
    public static FlowTopology topology(PortolanConfig config, Supplier<Rules> rules, JobCounters counters) {
        return new FlowTopology(
                config.topics(),
                config.inputs(),
                rules,
                config.stories(),
                config.views(),
                config.avro(),
                counters,
                System::currentTimeMillis);
    }

    /** What the job counts beside its output. */
    public JobCounters counters() {
        return counters;
    }

    /** The client of Kafka Streams, to be asked and not to be steered. */
    public KafkaStreams streams() {
        return streams;
    }

    /** What the topology is made of. */
    public TopologyDescription description() {
        return description;
    }

    /** The rules in force now. */
    public Rules rules() {
        return rules.get();
    }

    /** Whether the job has processed records, or could have. */
    public boolean wasRunning() {
        return running.getCount() == 0;
    }

    /** The fault that ended the job, if one did. */
    public Optional<Throwable> fault() {
        return Optional.ofNullable(fault.get());
    }

    /** Waits until the job processes records, or has ended; returns whether it processes. */
    public boolean awaitRunning() throws InterruptedException {
        running.await();
        return streams.state().isRunningOrRebalancing();
    }

    /** Waits until the job has ended, and returns the fault that ended it, if one did. */
    public Optional<Throwable> awaitEnd() throws InterruptedException {
        ended.await();
        return Optional.ofNullable(fault.get());
    }

    /**
     * Throws the fault that ended the job, if one did.
     *
     * @throws KafkaException with the fault as its cause
     */
    public void check() {
        Throwable cause = fault.get();
        if (cause != null) {
            throw new KafkaException("the job ended: " + cause.getMessage(), cause);
        }
    }

    /** Stops the job; what was read and not committed is read again by the next one. */
    @Override
    public void close() {
        rules.close();
        if (!streams.close(CLOSING)) {
            LOG.warn("The job did not stop within {} s; what it has not committed is read again", CLOSING.toSeconds());
        }
    }

    private void moved(KafkaStreams.State state) {
        if (state == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (state == KafkaStreams.State.ERROR) {
            // The state is final, but the client has to be closed by another thread than the one that reports it.
            Thread closer = new Thread(this::close, "portolan-close");
            closer.setDaemon(true);
            closer.start();
        }
        if (state.hasCompletedShutdown()) {
            running.countDown();
            ended.countDown();
        }
    }
}
