package io.portolan.app.metrics;

import io.portolan.schema.StoryKind;
import io.portolan.topology.InputCounters;
import java.util.Objects;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.streams.KafkaStreams;

/** What is so at this moment. */
final class StateFigures {
    private static final double MILLIS = 1_000;

    private final JobMeters meters;

    StateFigures(JobMeters meters) {
        this.meters = meters;
    }

    void show(JobSources sources) {
        sources.counters()
                .inputs()
                .forEach(input -> eventTime(input, sources.now().getAsLong()));
        for (StoryKind kind : StoryKind.values()) {
            meters.gauge(JobMetric.STORIES_OPEN, sources.counters().stories().open(kind), kind);
        }
        registry(sources.registry());
        meters.gauge(JobMetric.RULES_IN_FORCE, sources.rules().get().all().size());
        meters.gauge(JobMetric.FILTERS_IN_FORCE, sources.rules().get().filters().size());
        meters.gauge(JobMetric.RULES_REFUSED, sources.rules().isRefused() ? 1 : 0);
        streams(sources.streams());
        meters.info(JobMetric.BUILD_INFO, version(), Runtime.version(), AppInfoParser.getVersion());
    }

    private void eventTime(InputCounters input, long now) {
        input.newestFlow().ifPresent(time -> {
            meters.gauge(JobMetric.EVENT_TIME, time / MILLIS, input.topic());
            meters.gauge(JobMetric.EVENT_TIME_LAG, (now - time) / MILLIS, input.topic());
        });
    }

    private void registry(RegistryFacts registry) {
        registry.entries().ifPresent(entries -> meters.gauge(JobMetric.REGISTRY_ENTRIES, entries));
        registry.version().ifPresent(version -> meters.info(JobMetric.REGISTRY_INFO, version));
        registry.date().ifPresent(date -> meters.gauge(JobMetric.REGISTRY_VERSION_TIME, date.getEpochSecond()));
    }

    private void streams(StreamsFacts streams) {
        KafkaStreams.State current = streams.state();
        for (KafkaStreams.State state : KafkaStreams.State.values()) {
            meters.gauge(JobMetric.STREAMS_STATE, state == current ? 1 : 0, state);
        }
        meters.gauge(JobMetric.THREADS_ALIVE, streams.threadsAlive());
        meters.gauge(JobMetric.THREADS_CONFIGURED, streams.threadsConfigured());
        streams.lag().forEach((topic, lag) -> meters.gauge(JobMetric.INPUT_LAG, lag, topic));
    }

    private static String version() {
        String version = StateFigures.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "unknown");
    }
}
