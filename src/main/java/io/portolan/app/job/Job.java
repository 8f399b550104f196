package io.portolan.app.job;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.metrics.JobMetrics;
import io.portolan.app.metrics.JobSources;
import io.portolan.app.metrics.RegistryFacts;
import io.portolan.app.metrics.StreamsFacts;
import io.portolan.app.query.JobState;
import io.portolan.app.query.LocalState;
import io.portolan.app.query.LocalStores;
import io.portolan.app.rules.LiveRules;
import io.portolan.judge.Rules;
import io.portolan.topology.FaultLog;
import io.portolan.topology.FlowTopology;
import io.portolan.topology.Input;
import io.portolan.topology.JobCounters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
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
    private static final long NANOS_OF_A_MILLISECOND = 1_000_000;

    private final KafkaStreams streams;
    private final LiveRules rules;
    private final JobCounters counters;
    private final JobState state;
    private final TopologyDescription description;
    private final FaultPolicy faults;
    private final JobWatch watch;
    private final CloseOptions closing;
    private final LongAdder threadsReplaced = new LongAdder();
    private final JobMetrics metrics;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();

    private Job(PortolanConfig config, Topology built, KafkaStreams streams, LiveRules rules, FlowTopology topology) {
        this.description = built.describe();
        this.streams = streams;
        this.rules = rules;
        this.counters = topology.counters();
        this.faults = new FaultPolicy(
                config.faultPatience(),
                () -> ClusterCheck.missing(config),
                this::failed,
                Job::millis,
                line -> LOG.warn("{}", line));
        List<FaultLog> logs = Stream.concat(counters.faultLogs().stream(), Stream.of(faults.log()))
                .toList();
        this.watch = new JobWatch(logs, new ClusterWatch(Clusters.admin(config), config.brokers(), Job::millis));
        this.closing = closing(config);
        this.state = new LocalState(
                new LocalStores(streams, description),
                config.topics(),
                config.avro().specific(),
                System::currentTimeMillis);
        this.metrics = new JobMetrics(sources(config, topology));
    }

    /**
     * Starts the job and returns while it is still joining its group. A schema registry that is away is waited for.
     *
     * @throws RuntimeException if the cluster cannot be reached, the registry is away for too long, or a topic is missing
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
        Topology built = new RegistryWait(config.faultPatience()).until(topology::build);
        Properties settings = StreamsSettings.on(config, topology.deadLetterQueue());
        address.ifPresent(at -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, at.host() + ":" + at.port()));
        KafkaStreams streams = new KafkaStreams(built, settings);
        Job job = new Job(config, built, streams, rules, topology);
        streams.setStateListener((now, before) -> job.moved(now));
        streams.setUncaughtExceptionHandler(new CountedFaults(job.faults, job.threadsReplaced));
        job.watch.start();
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
                config.memory(),
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

    /** What the tasks of this instance hold, to be asked. */
    public JobState state() {
        return state;
    }

    /** What it tells Prometheus. */
    public JobMetrics metrics() {
        return metrics;
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
        metrics.close();
        faults.close();
        if (!streams.close(closing)) {
            LOG.warn("The job did not stop within {} s; what it has not committed is read again", CLOSING.toSeconds());
        }
        watch.close();
    }

    /**
     * A member that leaves hands its partitions over at once; one with a name of its own (static membership) is expected
     * back, and keeps them until its session ends.
     */
    private static CloseOptions closing(PortolanConfig config) {
        boolean named = config.kafka().keySet().stream()
                .anyMatch(key -> key.endsWith(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG));
        return CloseOptions.timeout(CLOSING)
                .withGroupMembershipOperation(
                        named ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP);
    }

    private static long millis() {
        return System.nanoTime() / NANOS_OF_A_MILLISECOND;
    }

    /** The first fault is the one to tell: others follow from it. */
    private void failed(Throwable cause) {
        fault.compareAndSet(null, cause);
    }

    private JobSources sources(PortolanConfig config, FlowTopology topology) {
        return new JobSources(
                counters,
                rules,
                new StreamsFacts(
                        streams,
                        config.threads(),
                        config.inputs().stream().map(Input::topic).collect(Collectors.toSet())),
                new RegistryFacts(
                        streams,
                        topology.topics().portRegistry().name(),
                        topology.avro().specific()),
                threadsReplaced::sum,
                System::currentTimeMillis);
    }

    private void moved(KafkaStreams.State state) {
        if (state == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (state == KafkaStreams.State.ERROR) {
            failed(new KafkaException("Kafka Streams gave up; the lines before this one say why"));
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
