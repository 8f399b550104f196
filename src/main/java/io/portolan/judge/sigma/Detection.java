package io.portolan.judge.sigma;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A compiled detection.
 *
 * @param selections its selections, in the order of the file
 * @param text its condition as it stands in the file
 * @param condition what joins the selections
 */
public record Detection(List<Selection> selections, String text, Condition condition) {
    public Detection {
        selections = List.copyOf(selections);
    }

    /** Whether it matches, as far as the sighting is known. */
    public Truth evaluate(Sighting sighting) {
        return condition.evaluate(sighting);
    }

    /** The only ports of the server that it may be true for, as far as they stand in it by number; empty if any may be. */
    public Optional<Set<Integer>> serverPorts() {
        return ServerPorts.of(condition);
    }

    /** The same, for flows that were read from one format and no other. */
    public Detection onlyFrom(String format) {
        Selection logs = logs(format);
        return with(logs, new Condition.And(List.of(new Condition.Selected(logs), condition)));
    }

    /** The same, and true for flows that were read from another format. */
    public Detection alwaysUnlessFrom(String format) {
        Selection logs = logs(format);
        return with(logs, new Condition.Or(List.of(new Condition.Not(new Condition.Selected(logs)), condition)));
    }

    /** Each item with its answer, for somebody who asks why. */
    public List<Answered> explain(Sighting sighting) {
        return selections.stream()
                .flatMap(selection -> selection.maps().stream()
                        .flatMap(List::stream)
                        .map(item -> new Answered(
                                selection.name(),
                                item.text(),
                                item.field().value(sighting).asText(),
                                item.evaluate(sighting))))
                .toList();
    }

    /**
     * An item with its answer.
     *
     * @param selection name of the selection
     * @param item the item as it stands in the rule
     * @param value what the flow has
     * @param truth whether that matches
     */
    public record Answered(String selection, String item, String value, Truth truth) {}

    private Detection with(Selection first, Condition joined) {
        return new Detection(
                Stream.concat(Stream.of(first), selections.stream()).toList(), text, joined);
    }

    private static Selection logs(String format) {
        SigmaField field = SigmaFields.find("source_format").orElseThrow();
        ValueTest same = new ValueTest.TextTest(format::equals);
        Item item =
                new Item(field.name() + ": " + format, field, new Question.Values(List.of(same), false, false, false));
        return new Selection("logsource", List.of(List.of(item)));
    }
}
