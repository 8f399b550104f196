package io.portolan.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The meters behind the job's own figures. Series come with the labels that there are by now. */
final class JobMeters {
    private final PrometheusMeterRegistry registry;
    private final JobSources sources;
    private final Map<JobMetric, MultiGauge> gauges = new EnumMap<>(JobMetric.class);
    private final Map<JobMetric, List<MultiGauge.Row<?>>> rows = new EnumMap<>(JobMetric.class);
    private final Map<JobMetric, Info> infos = new EnumMap<>(JobMetric.class);
    private final Map<JobMetric, Set<Tags>> counters = new EnumMap<>(JobMetric.class);

    JobMeters(PrometheusMeterRegistry registry, JobSources sources) {
        this.registry = registry;
        this.sources = sources;
        for (JobMetric metric : JobMetric.values()) {
            if (metric.isInfo()) {
                infos.put(metric, info(metric));
            } else if (!metric.isCounter()) {
                gauges.put(
                        metric,
                        MultiGauge.builder(metric.exposed())
                                .description(metric.help())
                                .register(registry));
                rows.put(metric, new ArrayList<>());
            }
        }
    }

    /** Shows what there is now: a series that has gone goes here too. */
    void refresh() {
        rows.values().forEach(List::clear);
        new CountedFigures(this).show(sources);
        new StateFigures(this).show(sources);
        gauges.forEach((metric, gauge) -> gauge.register(rows.get(metric), true));
    }

    /** A figure that only grows; read at each scrape once it was shown. Micrometer warns of one that it is given again. */
    void counter(JobMetric metric, ToDoubleFunction<JobSources> value, Object... labels) {
        Tags tags = LabelValues.of(metric, labels);
        if (counters.computeIfAbsent(metric, first -> new HashSet<>()).add(tags)) {
            FunctionCounter.builder(metric.exposed(), sources, value)
                    .description(metric.help())
                    .tags(tags)
                    .register(registry);
        }
    }

    /** A figure as it is now. */
    void gauge(JobMetric metric, Number value, Object... labels) {
        rows.get(metric).add(MultiGauge.Row.of(LabelValues.of(metric, labels), value));
    }

    /** A text that is so now, as the labels of the one series of a metric. */
    void info(JobMetric metric, Object... labels) {
        infos.get(metric).setLabelValues(Stream.of(labels).map(Object::toString).toArray(String[]::new));
    }

    /** Micrometer has no infos, and Prometheus' client takes the ending {@code _info} from a gauge. */
    private Info info(JobMetric metric) {
        return Info.builder()
                .name(metric.exposed())
                .help(metric.help())
                .labelNames(metric.labels().toArray(String[]::new))
                .register(registry.getPrometheusRegistry());
    }
}
