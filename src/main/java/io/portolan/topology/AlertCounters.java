package io.portolan.topology;

import io.portolan.schema.Level;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryKind;
import io.portolan.schema.StoryPhase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Alerts that were written, by what an operator sorts them by. */
public final class AlertCounters {
    private record Sort(Level severity, StoryKind kind, StoryPhase phase) {}

    private final Map<Sort, LongAdder> alerts = new ConcurrentHashMap<>();

    /** Alerts of this sort. */
    public long written(Level severity, StoryKind kind, StoryPhase phase) {
        LongAdder count = alerts.get(new Sort(severity, kind, phase));
        return count == null ? 0 : count.sum();
    }

    void count(PortAlert alert) {
        Sort sort = new Sort(alert.getSeverity(), alert.getStory(), alert.getPhase());
        alerts.computeIfAbsent(sort, s -> new LongAdder()).increment();
    }
}
