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
import io.portolan.judge.Rules;
import io.portolan.topology.FaultLog;
import io.portolan.topology.FlowTopology;
import io.portolan.topology.Input;
import io.portolan.topology.JobCounters;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running job: one instance of the topology in this process. */
public final class Job implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final long NANOS_OF_A_MILLISECOND = 1_000_000;

    private final StreamsClient client;
    private final JobState state;
    private final FaultPolicy faults;
    private final JobWatch watch;
    private final LongAdder threadsReplaced = new LongAdder();
    private final JobSources sources;
    private final JobLife life = new JobLife(this::close);
    private @Nullable JobMetrics metrics;

    private Job(PortolanConfig config, StreamsClient client) {
        this.client = client;
        this.faults = new FaultPolicy(
                config.faultPatience(),
                () -> ClusterCheck.missing(config),
                life::failed,
                Job::millis,
                line -> LOG.warn("{}", line));
        List<FaultLog> logs = Stream.concat(counters().faultLogs().stream(), Stream.of(faults.log()))
                .toList();
        Admin admin = Clusters.admin(config);
        this.watch = new JobWatch(
                logs,
                new ClusterWatch(admin, config.brokers(), Job::millis),
                new TopicWatch(admin, ClusterCheck.needed(config), life::end));
        this.state = new LocalState(
                new LocalStores(client.streams(), client.description()),
                config.topics(),
                config.avro().specific(),
                System::currentTimeMillis);
        this.sources = sources(config);
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
        StreamsClient client = StreamsClient.of(config, address);
        Job job = new Job(config, client);
        client.streams().setStateListener((now, before) -> job.life.moved(now));
        client.streams().setUncaughtExceptionHandler(new CountedFaults(job.faults, job.threadsReplaced));
        job.watch.start();
        client.streams().start();
        client.rules().watch(config.rulesReload());
        return job;
    }

    /** What the job counts beside its output. */
    public JobCounters counters() {
        return client.topology().counters();
    }

    /** The client of Kafka Streams, to be asked and not to be steered. */
    public KafkaStreams streams() {
        return client.streams();
    }

    /** What the topology is made of. */
    public TopologyDescription description() {
        return client.description();
    }

    /** The rules in force now. */
    public Rules rules() {
        return client.rules().get();
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

    /** What it tells Prometheus; made when it is first asked for, which is after a start has taken all of the processors. */
    public synchronized JobMetrics metrics() {
        if (metrics == null) {
            metrics = new JobMetrics(sources);
        }
        return metrics;
    }

    /** Waits until the job processes records, or has ended; returns whether it processes. */
    public boolean awaitRunning() throws InterruptedException {
        life.awaitRunning();
        return client.streams().state().isRunningOrRebalancing();
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
        client.rules().close();
        faults.close();
        client.close();
        watch.close();
        closeMetrics();
    }

    private synchronized void closeMetrics() {
        if (metrics != null) {
            metrics.close();
        }
    }

    private static long millis() {
        return System.nanoTime() / NANOS_OF_A_MILLISECOND;
    }

    private JobSources sources(PortolanConfig config) {
        FlowTopology topology = client.topology();
        return new JobSources(
                counters(),
                client.rules(),
                new StreamsFacts(
                        client.streams(),
                        config.threads(),
                        config.inputs().stream().map(Input::topic).collect(Collectors.toSet())),
                new RegistryFacts(
                        client.streams(),
                        topology.topics().portRegistry().name(),
                        topology.avro().specific()),
                threadsReplaced::sum,
                System::currentTimeMillis);
    }
}
