package io.portolan.judge.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a detection: its selections and its condition. Everything that is not supported is refused, and all of it told. */
public final class DetectionReader {
    private static final String CONDITION = "condition";

    private final Faults faults;
    private final ItemReader items;

    private DetectionReader(Faults faults) {
        this.faults = faults;
        this.items = new ItemReader(faults);
    }

    /**
     * Reads a detection.
     *
     * @param section the map that holds the selections and the condition
     * @param others keys of the section that are neither
     * @param faults takes what is wrong
     * @return what could be read; empty only with faults told
     */
    public static Optional<Detection> read(Yaml.Entry section, Set<String> others, Faults faults) {
        if (!(section.value() instanceof Yaml.Mapping mapping)) {
            faults.add(section.line(), section.key() + " is " + section.value().what() + ", not a map of selections");
            return Optional.empty();
        }
        return new DetectionReader(faults).detection(section, mapping, others);
    }

    private Optional<Detection> detection(Yaml.Entry section, Yaml.Mapping mapping, Set<String> others) {
        Map<String, Selection> selections = new LinkedHashMap<>();
        for (Yaml.Entry entry : mapping.entries().values()) {
            if (entry.key().equals("timeframe")) {
                faults.add(entry.line(), "timeframe is not supported: a rule looks at one flow");
            } else if (!entry.key().equals(CONDITION) && !others.contains(entry.key())) {
                selections.put(entry.key(), selection(entry));
            }
        }
        if (selections.isEmpty()) {
            faults.add(section.line(), section.key() + " has no selection");
        }
        Yaml.Entry condition = mapping.entries().get(CONDITION);
        if (condition == null) {
            faults.add(section.line(), section.key() + " has no condition");
            return Optional.empty();
        }
        return condition(condition, selections);
    }

    private Selection selection(Yaml.Entry entry) {
        List<List<Item>> maps = new ArrayList<>();
        List<Yaml> parts = entry.value() instanceof Yaml.Sequence list ? list.items() : List.of(entry.value());
        for (Yaml part : parts) {
            if (part instanceof Yaml.Mapping map && !map.entries().isEmpty()) {
                maps.add(map.entries().values().stream()
                        .flatMap(item -> items.read(item).stream())
                        .toList());
            } else {
                faults.add(
                        part.line(),
                        entry.key() + " holds " + part.what()
                                + "; supported are a map of fields and a list of such maps, as a flow has no text to"
                                + " search for keywords");
            }
        }
        if (parts.isEmpty()) {
            faults.add(entry.line(), entry.key() + " is empty");
        }
        return new Selection(entry.key(), maps);
    }

    private Optional<Detection> condition(Yaml.Entry entry, Map<String, Selection> selections) {
        List<Yaml> texts = entry.value() instanceof Yaml.Sequence list ? list.items() : List.of(entry.value());
        List<Condition> conditions = new ArrayList<>();
        List<String> read = new ArrayList<>();
        for (Yaml text : texts) {
            if (text instanceof Yaml.Scalar scalar && !scalar.isNull()) {
                condition(scalar, selections).ifPresent(conditions::add);
                read.add(scalar.text().strip());
            } else {
                faults.add(text.line(), "condition is " + text.what());
            }
        }
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Detection(
                        List.copyOf(selections.values()), String.join(" or ", read), new Condition.Or(conditions)));
    }

    private Optional<Condition> condition(Yaml.Scalar scalar, Map<String, Selection> selections) {
        try {
            return Optional.of(ConditionParser.parse(scalar.text(), selections));
        } catch (IllegalArgumentException e) {
            faults.add(scalar.line(), "condition: " + e.getMessage());
            return Optional.empty();
        }
    }
}
