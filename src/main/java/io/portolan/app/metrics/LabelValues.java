package io.portolan.app.metrics;

import io.micrometer.core.instrument.Tags;

/** Puts the values of labels to the names that a metric's definition gives them. */
final class LabelValues {
    private LabelValues() {}

    /**
     * The labels of one series.
     *
     * @param values as many as the metric has labels, in their order
     */
    static Tags of(JobMetric metric, Object... values) {
        if (values.length != metric.labels().size()) {
            throw new IllegalArgumentException(metric.exposed() + " has the labels " + metric.labels());
        }
        Tags tags = Tags.empty();
        for (int i = 0; i < values.length; i++) {
            tags = tags.and(metric.labels().get(i), values[i].toString());
        }
        return tags;
    }
}
