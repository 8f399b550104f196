package io.portolan.app.evaluate;

import io.portolan.schema.Level;
import io.portolan.schema.PortAlert;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was said beside what is true.
 *
 * @param table conversations by truth and by what was said
 * @param alerted Portolan's alerts above informational
 * @param any Portolan's alerts of any level
 * @param heuristics what others would have said of the same log
 * @param stories that were told
 * @param wrong conversations that were judged wrong, in the order of the log
 */
public record Comparison(
        Map<Finding, Map<Finding, Long>> table,
        Score alerted,
        Score any,
        Map<Heuristic, Score> heuristics,
        long stories,
        List<Wrong> wrong) {
    /** A conversation that was judged wrong, with what it is. */
    public record Wrong(Finding truth, Judged judged) {}

    /** Compares the findings on one or several logs; {@code truths} are those of the judged conversations, in order. */
    public static Comparison of(Evaluation evaluation, List<Finding> truths) {
        List<Judged> judged = evaluation.judged();
        Map<Finding, Map<Finding, Long>> table = new EnumMap<>(Finding.class);
        List<Wrong> wrong = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            Finding truth = truths.get(i);
            Finding said = judged.get(i).said();
            table.computeIfAbsent(truth, t -> new EnumMap<>(Finding.class)).merge(said, 1L, Long::sum);
            if (truth != said) {
                wrong.add(new Wrong(truth, judged.get(i)));
            }
        }
        return new Comparison(
                table,
                score(judged, truths, above(evaluation.alerts()), Judged::isAlerted),
                score(judged, truths, evaluation.alerts().size(), j -> j.level().isPresent()),
                heuristics(judged, truths),
                evaluation.stories(),
                wrong);
    }

    /** Both together, as if one log had held them. */
    public Comparison plus(Comparison other) {
        Map<Finding, Map<Finding, Long>> sum = new EnumMap<>(Finding.class);
        for (Comparison each : List.of(this, other)) {
            each.table.forEach((truth, row) ->
                    row.forEach((said, count) -> sum.computeIfAbsent(truth, t -> new EnumMap<>(Finding.class))
                            .merge(said, count, Long::sum)));
        }
        Map<Heuristic, Score> others = new EnumMap<>(heuristics);
        other.heuristics.forEach((heuristic, score) -> others.merge(heuristic, score, Score::plus));
        List<Wrong> all = new ArrayList<>(wrong);
        all.addAll(other.wrong);
        return new Comparison(
                sum, alerted.plus(other.alerted), any.plus(other.any), others, stories + other.stories, all);
    }

    private interface Alerted {
        boolean is(Judged judged);
    }

    private static Map<Heuristic, Score> heuristics(List<Judged> judged, List<Finding> truths) {
        Map<Heuristic, Score> scores = new EnumMap<>(Heuristic.class);
        for (Heuristic heuristic : Heuristic.values()) {
            long alerts = judged.stream()
                    .mapToLong(j -> j.heuristics().getOrDefault(heuristic, 0L))
                    .sum();
            scores.put(
                    heuristic, score(judged, truths, alerts, j -> j.heuristics().containsKey(heuristic)));
        }
        return scores;
    }

    private static Score score(List<Judged> judged, List<Finding> truths, long alerts, Alerted alerted) {
        long right = 0;
        long wrong = 0;
        long missed = 0;
        for (int i = 0; i < judged.size(); i++) {
            Finding truth = truths.get(i);
            boolean told = alerted.is(judged.get(i));
            right += truth.isUse() && told ? 1 : 0;
            missed += truth.isUse() && !told ? 1 : 0;
            wrong += !truth.isUse() && truth != Finding.UNCERTAIN && told ? 1 : 0;
        }
        return new Score(alerts, right, wrong, missed);
    }

    private static long above(List<PortAlert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.getSeverity() != Level.INFORMATIONAL)
                .count();
    }
}
