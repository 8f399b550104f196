package io.portolan.judge;

import io.portolan.judge.sigma.Detection;
import io.portolan.judge.sigma.DetectionReader;
import io.portolan.judge.sigma.Faults;
import io.portolan.judge.sigma.Yaml;
import io.portolan.judge.sigma.YamlTree;
import io.portolan.schema.Level;
import io.portolan.schema.Verdict;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a rule as it stands in a YAML file, in the words of the Sigma specification and the key {@code levels}, which is
 * ours. Everything else is refused rather than ignored.
 */
final class RuleFile {
    private static final Set<String> KEYS = Set.of(
            "title",
            "id",
            "name",
            "related",
            "taxonomy",
            "status",
            "description",
            "license",
            "references",
            "author",
            "date",
            "modified",
            "logsource",
            "detection",
            "fields",
            "falsepositives",
            "level",
            "levels",
            "tags",
            "scope");

    private static final Map<String, String> OTHERS = Map.of(
            "correlation",
            "correlation rules are not supported: a rule looks at one flow, and alerts of one server are joined anyway",
            "action",
            "action is not supported: rule collections are of a Sigma before 2.0; write one file a rule",
            "filter",
            "filter makes this a filter, not a rule: it belongs in the folder of filters.path");

    private static final Set<Verdict> ALERTED = EnumSet.of(Verdict.SESSION, Verdict.PROBE, Verdict.UNCERTAIN);

    private final Faults faults;
    private final RuleKeys keys;

    private RuleFile(Yaml.Mapping root, Faults faults) {
        this.faults = faults;
        this.keys = new RuleKeys(root, faults);
    }

    /**
     * Reads one rule.
     *
     * @param name of the file, for messages
     * @throws InvalidRuleException if it is no rule, or says what is not supported; names all faults
     */
    static Rule read(String name, String yaml) throws InvalidRuleException {
        Faults faults = new Faults(name);
        Optional<Rule> rule = YamlTree.read(yaml, faults).flatMap(root -> new RuleFile(root, faults).rule());
        if (!faults.isEmpty()) {
            throw new InvalidRuleException(faults.messages());
        }
        return rule.orElseThrow(() -> new InvalidRuleException(name + ": holds no rule"));
    }

    private Optional<Rule> rule() {
        keys.refuseUnknown(KEYS, OTHERS);
        keys.entry("taxonomy")
                .filter(entry -> !keys.text(entry).equals("sigma"))
                .ifPresent(entry ->
                        faults.add(entry.line(), "taxonomy is \"" + keys.text(entry) + "\"; supported is: sigma"));
        String id = keys.requiredId();
        String title = keys.requiredText("title");
        RuleStatus status = keys.required("status")
                .map(entry -> keys.symbol(entry, "status", RuleStatus.values(), EnumSet.allOf(RuleStatus.class)))
                .orElse(RuleStatus.UNSUPPORTED);
        Level level = keys.required("level").map(entry -> level(entry, "level")).orElse(Level.INFORMATIONAL);
        Optional<Logsource> logsource = Logsource.read(keys, faults);
        Optional<Detection> detection =
                keys.required("detection").flatMap(section -> DetectionReader.read(section, Set.of(), faults));
        Map<Verdict, Level> levels = keys.entry("levels").map(this::levels).orElseGet(() -> levelsOf(level));
        List<String> tags = keys.texts("tags");
        List<String> references = keys.texts("references");
        List<String> falsePositives = keys.texts("falsepositives");
        String description = keys.text("description");
        return detection.flatMap(found -> logsource.map(source -> new Rule(
                id,
                title,
                description,
                status,
                level,
                levels,
                tags,
                references,
                falsePositives,
                source.ofRule(found))));
    }

    private Level level(Yaml.Entry entry, String name) {
        return keys.symbol(entry, name, Level.values(), EnumSet.allOf(Level.class));
    }

    /** What a rule may raise that does not say: sessions at its level, the rest below. */
    private static Map<Verdict, Level> levelsOf(Level level) {
        return Map.of(
                Verdict.SESSION,
                level,
                Verdict.PROBE,
                level.compareTo(Level.LOW) < 0 ? level : Level.LOW,
                Verdict.UNCERTAIN,
                Level.INFORMATIONAL);
    }

    private Map<Verdict, Level> levels(Yaml.Entry section) {
        Map<Verdict, Level> levels = new EnumMap<>(Verdict.class);
        if (!(section.value() instanceof Yaml.Mapping mapping)) {
            faults.add(section.line(), "levels is " + section.value().what() + ", not a map of verdicts");
            return levels;
        }
        for (Yaml.Entry entry : mapping.entries().values()) {
            Yaml.Entry key =
                    new Yaml.Entry(entry.line(), "levels", new Yaml.Scalar(entry.line(), Yaml.Type.TEXT, entry.key()));
            Verdict verdict = keys.symbol(key, "a verdict of levels", Verdict.values(), ALERTED);
            levels.put(verdict, level(entry, "levels." + entry.key()));
        }
        return levels;
    }
}
