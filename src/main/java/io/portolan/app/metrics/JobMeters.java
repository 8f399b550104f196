package io.portolan.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The meters behind the job's own figures. Series come with the labels that there are by now. */
final class JobMeters {
    private final MeterRegistry registry;
    private final JobSources sources;
    private final Map<JobMetric, MultiGauge> gauges = new EnumMap<>(JobMetric.class);
    private final Map<JobMetric, List<MultiGauge.Row<?>>> rows = new EnumMap<>(JobMetric.class);

    JobMeters(MeterRegistry registry, JobSources sources) {
        this.registry = registry;
        this.sources = sources;
        for (JobMetric metric : JobMetric.values()) {
            if (!metric.isCounter()) {
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

    /** A figure that only grows; read at each scrape once it was shown. */
    void counter(JobMetric metric, ToDoubleFunction<JobSources> value, Object... labels) {
        FunctionCounter.builder(metric.exposed(), sources, value)
                .description(metric.help())
                .tags(LabelValues.of(metric, labels))
                .register(registry);
    }

    /** A figure as it is now. */
    void gauge(JobMetric metric, Number value, Object... labels) {
        rows.get(metric).add(MultiGauge.Row.of(LabelValues.of(metric, labels), value));
    }
}
