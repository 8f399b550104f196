package io.portolan.app.metrics;

import io.portolan.schema.Level;
import io.portolan.schema.StoryKind;
import io.portolan.schema.StoryPhase;
import io.portolan.schema.Verdict;
import io.portolan.topology.AlertCounters;
import io.portolan.topology.InputCounters;
import io.portolan.topology.JobCounters;
import io.portolan.topology.LetterCause;
import java.util.HashSet;
import java.util.Set;

/** What was counted since the job began. What can be told beforehand begins with 0, so that its first rise is seen. */
final class CountedFigures {
    private final JobMeters meters;

    CountedFigures(JobMeters meters) {
        this.meters = meters;
    }

    void show(JobSources sources) {
        sources.counters().inputs().forEach(this::input);
        sources.counters()
                .notFlows()
                .keySet()
                .forEach(reason -> meters.counter(
                        JobMetric.RECORDS_WITHOUT_FLOW,
                        now -> now.counters().notFlows().getOrDefault(reason, 0L),
                        reason));
        sorts(sources.counters()).forEach(this::deadLetters);
        alerts(sources.counters().alerts());
        counters();
    }

    private void input(InputCounters input) {
        meters.counter(JobMetric.RECORDS_READ, now -> input.records(), input.topic());
        for (Verdict verdict : Verdict.values()) {
            meters.counter(JobMetric.FLOWS, now -> input.flows(verdict), input.topic(), verdict);
        }
    }

    /** All that an input may have, and what there is of topics between the stages; each once. */
    private static Set<JobCounters.Letters> sorts(JobCounters counters) {
        Set<JobCounters.Letters> sorts =
                new HashSet<>(counters.deadLettersBySort().keySet());
        for (InputCounters input : counters.inputs()) {
            for (LetterCause cause : LetterCause.values()) {
                sorts.add(new JobCounters.Letters(input.topic(), cause));
            }
        }
        return sorts;
    }

    private void deadLetters(JobCounters.Letters sort) {
        meters.counter(
                JobMetric.DEAD_LETTERS,
                now -> now.counters().deadLettersBySort().getOrDefault(sort, 0L),
                sort.topic(),
                sort.cause());
    }

    private void alerts(AlertCounters alerts) {
        for (Level severity : Level.values()) {
            for (StoryKind kind : StoryKind.values()) {
                for (StoryPhase phase : StoryPhase.values()) {
                    meters.counter(
                            JobMetric.ALERTS, now -> alerts.written(severity, kind, phase), severity, kind, phase);
                }
            }
        }
    }

    private void counters() {
        meters.counter(JobMetric.REGISTRY_UNREADABLE, now -> now.counters().registryEntriesUnreadable());
        meters.counter(JobMetric.LABEL_TABLES, now -> now.counters().labelTables());
        meters.counter(JobMetric.RULE_RELOADS, now -> now.rules().taken(), "TAKEN");
        meters.counter(JobMetric.RULE_RELOADS, now -> now.rules().refused(), "REFUSED");
        meters.counter(JobMetric.THREADS_REPLACED, now -> now.threadsReplaced().getAsLong());
    }
}
