package io.portolan.judge;

import io.portolan.judge.sigma.Detection;
import io.portolan.judge.sigma.DetectionReader;
import io.portolan.judge.sigma.Faults;
import io.portolan.judge.sigma.Yaml;
import io.portolan.judge.sigma.YamlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a filter as it stands in a YAML file. Source: Sigma Filters Specification, version 2.1; its condition is joined to
 * the rule's by {@code and}, as pySigma does it.
 */
final class FilterFile {
    private static final Set<String> KEYS = Set.of(
            "title",
            "id",
            "name",
            "taxonomy",
            "description",
            "status",
            "author",
            "references",
            "date",
            "modified",
            "logsource",
            "filter");

    private static final Map<String, String> OTHERS = Map.of(
            "detection", "detection makes this a rule, not a filter: it belongs in the folder of rules.path",
            "level", "level is not a key of filters: a filter raises nothing");

    private static final String RULES = "rules";
    private static final Pattern NEGATED = Pattern.compile("(?i)(^|[\\s(])not[\\s(]");

    private final Faults faults;
    private final RuleKeys keys;

    private FilterFile(Yaml.Mapping root, Faults faults) {
        this.faults = faults;
        this.keys = new RuleKeys(root, faults);
    }

    /**
     * Reads one filter.
     *
     * @param name of the file, for messages
     * @param rules ids of the rules that there are
     * @throws InvalidRuleException if it is no filter, or says what is not supported; names all faults
     */
    static Filter read(String name, String yaml, Set<String> rules) throws InvalidRuleException {
        Faults faults = new Faults(name);
        Optional<Filter> filter =
                YamlTree.read(yaml, faults).flatMap(root -> new FilterFile(root, faults).filter(rules));
        if (!faults.isEmpty()) {
            throw new InvalidRuleException(faults.messages());
        }
        return filter.orElseThrow(() -> new InvalidRuleException(name + ": holds no filter"));
    }

    private Optional<Filter> filter(Set<String> rules) {
        keys.refuseUnknown(KEYS, OTHERS);
        String id = keys.requiredId();
        String title = keys.requiredText("title");
        String description = keys.text("description");
        Optional<Logsource> logsource = Logsource.read(keys, faults);
        Optional<Yaml.Entry> section = keys.required("filter");
        List<String> named = section.map(entry -> rules(entry, rules)).orElse(List.of());
        Optional<Detection> detection = section.flatMap(entry -> DetectionReader.read(entry, Set.of(RULES), faults));
        if (detection.isPresent() && !NEGATED.matcher(detection.get().text()).find()) {
            faults.add(
                    section.get().line(),
                    "filter.condition is \"" + detection.get().text() + "\", which allows all but that; write not "
                            + detection.get().text());
        }
        return detection.flatMap(
                found -> logsource.map(source -> new Filter(id, title, description, named, source.ofFilter(found))));
    }

    private List<String> rules(Yaml.Entry section, Set<String> known) {
        Optional<Yaml.Entry> entry = section.value() instanceof Yaml.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(RULES))
                : Optional.empty();
        if (entry.isEmpty()) {
            faults.add(section.line(), "filter.rules is missing: ids of the rules that the filter speaks of");
            return List.of();
        }
        List<String> named = keys.texts(entry.get());
        for (String id : named) {
            if (!id.isEmpty() && !known.contains(id)) {
                faults.add(entry.get().line(), "filter.rules names " + id + ", which no rule has as its id");
            }
        }
        return named;
    }
}
