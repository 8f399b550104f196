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
import io.portolan.topology.StoreMemory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
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
    private final StoreMemory memory;
    private final LongAdder threadsReplaced = new LongAdder();
    private final Ahead<JobMetrics> metrics;
    private final JobLife life = new JobLife(this::close);

    private Job(
            PortolanConfig config,
            Topology built,
            KafkaStreams streams,
            LiveRules rules,
            FlowTopology topology,
            StoreMemory memory) {
        this.description = built.describe();
        this.streams = streams;
        this.rules = rules;
        this.counters = topology.counters();
        this.faults = new FaultPolicy(
                config.faultPatience(),
                () -> ClusterCheck.missing(config),
                life::failed,
                Job::millis,
                line -> LOG.warn("{}", line));
        List<FaultLog> logs = Stream.concat(counters.faultLogs().stream(), Stream.of(faults.log()))
                .toList();
        Admin admin = Clusters.admin(config);
        this.watch = new JobWatch(
                logs,
                new ClusterWatch(admin, config.brokers(), Job::millis),
                new TopicWatch(admin, ClusterCheck.needed(config), life::end));
        this.closing = closing(config);
        this.memory = memory;
        this.state = new LocalState(
                new LocalStores(streams, description),
                config.topics(),
                config.avro().specific(),
                System::currentTimeMillis);
        JobSources sources = sources(config, topology);
        this.metrics = Ahead.of("portolan-metrics", () -> new JobMetrics(sources));
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
        try (Ahead<StoreMemory> memory = Ahead.of("portolan-stores", config::storeMemory)) {
            return start(config, address, memory);
        }
    }

    private static Job start(PortolanConfig config, Optional<HostInfo> address, Ahead<StoreMemory> ahead) {
        JobCounters counters = new JobCounters();
        LiveRules rules = new LiveRules(config);
        FlowTopology topology = topology(config, rules, counters);
        Topology built = checked(config, topology);
        StoreMemory memory = ahead.get();
        Properties settings = StreamsSettings.on(config, topology.deadLetterQueue(), memory);
        address.ifPresent(at -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, at.host() + ":" + at.port()));
        KafkaStreams streams = new KafkaStreams(built, settings);
        Job job = new Job(config, built, streams, rules, topology, memory);
        streams.setStateListener((now, before) -> job.life.moved(now));
        streams.setUncaughtExceptionHandler(new CountedFaults(job.faults, job.threadsReplaced));
        job.watch.start();
        streams.start();
        rules.watch(config.rulesReload());
        return job;
    }

    /** Builds the topology, which asks the schema registry, while the cluster is asked for its topics; a fault of that comes first. */
    private static Topology checked(PortolanConfig config, FlowTopology topology) {
        RegistryWait registry = new RegistryWait(config.faultPatience());
        try (Ahead<Topology> built = Ahead.of("portolan-topology", () -> registry.until(topology::build))) {
            ClusterCheck.check(config);
            return built.get();
        }
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
        return life.wasRunning();
    }

    /** The fault that ended the job, if one did. */
    public Optional<Throwable> fault() {
        return life.fault();
    }

    /** What the tasks of this instance hold, to be asked. */
    public JobState state() {
        return state;
    }

    /** What it tells Prometheus. */
    public JobMetrics metrics() {
        return metrics.get();
    }

    /** Waits until the job processes records, or has ended; returns whether it processes. */
    public boolean awaitRunning() throws InterruptedException {
        life.awaitRunning();
        return streams.state().isRunningOrRebalancing();
    }

    /** Waits until the job has ended, and returns the fault that ended it, if one did. */
    public Optional<Throwable> awaitEnd() throws InterruptedException {
        life.awaitEnd();
        return life.fault();
    }

    /**
     * Throws the fault that ended the job, if one did.
     *
     * @throws KafkaException with the fault as its cause
     */
    public void check() {
        life.fault().ifPresent(cause -> {
            throw new KafkaException("the job ended: " + cause.getMessage(), cause);
        });
    }

    /** Stops the job; what was read and not committed is read again by the next one. */
    @Override
    public void close() {
        rules.close();
        faults.close();
        if (!streams.close(closing)) {
            LOG.warn("The job did not stop within {} s; what it has not committed is read again", CLOSING.toSeconds());
        }
        memory.close();
        watch.close();
        metrics.get().close();
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
}
