package io.portolan.app.metrics;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;

/**
 * The metrics of one job, for Prometheus: its own figures, Kafka's and those of the process. Nothing is computed but when it
 * is asked for. Kafka's own way, JMX, goes on beside it.
 */
public final class JobMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RefreshedOnDemand kafkaRefresh = new RefreshedOnDemand();
    private final KafkaStreamsMetrics kafka;
    private final ProcessMeters process = new ProcessMeters();
    private final JobMeters job;

    /** The metrics of a job that was made, and need not have started. */
    public JobMetrics(JobSources sources) {
        registry.config().meterFilter(KeptKafkaMetrics.filter());
        job = new JobMeters(registry, sources);
        // The period is never waited for: see the scheduler.
        kafka = new KafkaStreamsMetrics(sources.streams().streams(), List.of(), kafkaRefresh, Duration.ofMinutes(1));
        kafka.bindTo(registry);
        process.bindTo(registry);
    }

    /** All metrics as they are now, in Prometheus' text format 0.0.4. */
    public String scrape() {
        return scrape(Exposition.TEXT);
    }

    /** All metrics as they are now. May be called by any thread; a second one waits for the first. */
    public synchronized String scrape(Exposition form) {
        kafkaRefresh.refresh();
        job.refresh();
        return registry.scrape(form.contentType());
    }

    @Override
    public synchronized void close() {
        kafka.close();
        kafkaRefresh.shutdown();
        process.close();
        registry.close();
    }
}
