package io.portolan.app.metrics;

import org.jspecify.annotations.Nullable;

/** The two text forms that Prometheus reads. */
public enum Exposition {
    /** Prometheus text format 0.0.4. */
    TEXT("text/plain; version=0.0.4; charset=utf-8"),
    /** OpenMetrics 1.0.0. */
    OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

    private final String contentType;

    Exposition(String contentType) {
        this.contentType = contentType;
    }

    /**
     * The form for a request.
     *
     * @param accept its Accept header, or null if it has none; Prometheus names OpenMetrics there unless told otherwise
     */
    public static Exposition accepted(@Nullable String accept) {
        return accept != null && accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
    }

    /** Value of the Content-Type header of the answer. */
    public String contentType() {
        return contentType;
    }
}
