package io.portolan.app.demo;

import io.portolan.app.cluster.Backlog;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.http.HttpService;
import io.portolan.app.job.Job;
import io.portolan.app.query.StatefulTasks;
import io.portolan.app.registry.LoadedRegistry;
import io.portolan.app.registry.RegistryLoad;
import io.portolan.app.registry.RegistrySource;
import io.portolan.app.registry.Sources;
import io.portolan.app.replay.LogReplay;
import io.portolan.app.replay.Pacer;
import io.portolan.app.replay.TopicWriter;
import io.portolan.app.schemas.Subjects;
import io.portolan.app.topics.ClusterTopics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.config.ConfigException;

/**
 * The job on a cluster in the process: topics, port registry, job, flow logs, and then whatever the output topics show.
 * Everything goes the way it goes on a real cluster, by the same code.
 */
public final class Demo implements AutoCloseable {
    private final DemoCluster cluster;
    private final PortolanConfig config;
    private final List<DemoLog> logs;
    private final Screen screen;
    private final HttpService http;

    private Demo(HttpService http, DemoCluster cluster, List<DemoLog> logs, String columns, Screen screen) {
        this.http = http;
        this.cluster = cluster;
        this.config = cluster.config(logs, columns);
        this.logs = logs;
        this.screen = screen;
    }

    /**
     * Starts the server of the page, and the cluster.
     *
     * @param columns order of the columns of the logs, empty for the formats' own
     */
    public static Demo start(List<DemoLog> logs, String columns, Screen screen) throws IOException {
        screen.line("Portolan demo");
        HttpService http = listen();
        screen.fact("Page", http.url().toString());
        try {
            DemoCluster cluster = DemoCluster.start();
            screen.fact("Kafka", cluster.brokers());
            screen.fact("Schema registry", cluster.schemaRegistry());
            return new Demo(http, cluster, logs, columns, screen);
        } catch (IOException | RuntimeException e) {
            http.close();
            throw e;
        }
    }

    /** On the port of the configuration's default, so that its page is where one looks for it; on any other if it is taken. */
    private static HttpService listen() {
        PortolanConfig defaults = new PortolanConfig(Map.of());
        try {
            return HttpService.start(defaults.http(), defaults.applicationId());
        } catch (ConfigException taken) {
            return HttpService.start(defaults.http().onAnyPort(), defaults.applicationId());
        }
    }

    /**
     * Replays the logs and shows what comes out. When it is stopped before all is processed there is no summary, because
     * one of a part would look like one of all.
     *
     * @param once whether to return when all is processed; otherwise this goes on until it is stopped
     * @param stopped whether to end at the next moment
     */
    public void run(boolean once, BooleanSupplier stopped) throws IOException {
        if (!stopped.getAsBoolean()) {
            prepare();
        }
        if (!stopped.getAsBoolean()) {
            process(once, stopped);
        }
    }

    @Override
    public void close() {
        http.close();
        cluster.close();
    }

    private void process(boolean once, BooleanSupplier stopped) throws IOException {
        try (Job job = Job.start(config, Optional.of(http.address()));
                Backlog backlog = new Backlog(config, new StatefulTasks(job.description()).allTopics());
                OutputFollower output = new OutputFollower(config, screen::alert)) {
            http.serve(config, job);
            long records = replay(stopped);
            follow(job, backlog, output, stopped);
            if (stopped.getAsBoolean()) {
                return;
            }
            screen.summary(records, output.tally(), job.counters());
            if (!once) {
                screen.line("");
                screen.line("The job runs on: write to its topics, read what comes out. Ctrl-C ends it.");
                while (!stopped.getAsBoolean()) {
                    job.check();
                    output.poll();
                }
            }
        }
    }

    private void prepare() throws IOException {
        try (ClusterTopics topics = ClusterTopics.of(config)) {
            topics.create();
        }
        Subjects subjects = Subjects.of(config);
        subjects.register(subjects.report());
        LoadedRegistry registry = new Sources(config).readWithSite(new RegistrySource.Bundled());
        try (RegistryLoad load = RegistryLoad.begin(config)) {
            load.publish(load.plan(registry));
        }
        screen.fact(
                "Port registry",
                "%,d entries, version %s, in topic %s"
                        .formatted(
                                registry.registry().entries().size(),
                                registry.registry().version(),
                                config.topics().portRegistry().name()));
    }

    private long replay(BooleanSupplier stopped) throws IOException {
        long all = 0;
        for (DemoLog log : logs) {
            try (TopicWriter writer = new TopicWriter(config, log.name())) {
                LogReplay replay = new LogReplay(config, log.format(), writer, Pacer.unhindered(stopped));
                long count = replay.replay(log.title(), log.opener());
                screen.fact("Flow logs", "%,d records of %s into topic %s".formatted(count, log.title(), log.name()));
                all += count;
            }
        }
        screen.line("");
        return all;
    }

    private void follow(Job job, Backlog backlog, OutputFollower output, BooleanSupplier stopped) {
        for (long lag = backlog.lag(); lag > 0 && !stopped.getAsBoolean(); lag = backlog.lag()) {
            job.check();
            output.poll();
            screen.count(output.tally(), lag);
        }
        if (!stopped.getAsBoolean()) {
            output.catchUp();
        }
    }
}
