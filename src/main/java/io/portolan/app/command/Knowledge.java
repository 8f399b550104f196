package io.portolan.app.command;

import io.portolan.alert.story.StorySettings;
import io.portolan.app.config.ConfigSource;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.registry.RegistryFile;
import io.portolan.app.terminal.Printable;
import io.portolan.judge.InvalidRuleException;
import io.portolan.judge.RuleBook;
import io.portolan.judge.RuleFiles;
import io.portolan.judge.Rules;
import io.portolan.registry.BundledRegistry;
import io.portolan.registry.MalformedRow;
import io.portolan.registry.ParsedRegistry;
import io.portolan.registry.Registry;
import io.portolan.schema.Origin;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that uses a port registry and rules without a cluster. */
final class Knowledge {
    private static final int MOST_ROWS = 20;

    @Option(
            names = "--registry",
            paramLabel = "FILE",
            description = "Port registry to use in the place of the bundled one: the CSV or XML form of IANA's, of any"
                    + " year.")
    private @Nullable Path registry;

    @Option(names = "--rules", paramLabel = "FOLDER", description = "Rules to use in the place of the bundled ones.")
    private @Nullable Path rules;

    @Option(
            names = "--filters",
            paramLabel = "FOLDER",
            description = "Filters to use, the site's allow-lists, in the place of those of filters.path.")
    private @Nullable Path filters;

    @Option(
            names = "--enabled",
            paramLabel = "WORD",
            split = ",",
            description =
                    "Rules in force in the place of those of rules.enabled: statuses and ids, separated by commas.")
    private @Nullable Set<String> enabled;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file of the job, for its rules.path, rules.enabled, filters.path and"
                    + " registry.site.path; PORTOLAN_* of the"
                    + " environment wins over it.")
    private @Nullable Path config;

    /** The registry with the site's own names on top; rows that cannot be read are told and left out. */
    Registry registry(PrintWriter err) throws IOException {
        Optional<Path> site = config().flatMap(PortolanConfig::sitePath);
        if (registry == null) {
            ParsedRegistry bundled = site.isPresent() ? BundledRegistry.load(site.get()) : BundledRegistry.load();
            return told(site.map(Path::toString).orElse("site.csv"), bundled, err);
        }
        Registry given = told(registry.toString(), RegistryFile.read(registry, Origin.IANA), err);
        return site.isEmpty()
                ? given
                : given.with(told(site.get().toString(), RegistryFile.read(site.get(), Origin.SITE), err));
    }

    /** The rules in force. */
    Rules rules() throws IOException, InvalidRuleException {
        try {
            return ruleBook().inForce(enabled());
        } catch (IllegalArgumentException e) {
            throw new Failure("rules in force: " + e.getMessage(), e);
        }
    }

    /** All rules and filters, in force or not. */
    RuleBook ruleBook() throws IOException, InvalidRuleException {
        return RuleFiles.read(
                Optional.ofNullable(rules).or(() -> config().flatMap(PortolanConfig::rulesPath)),
                Optional.ofNullable(filters).or(() -> config().flatMap(PortolanConfig::filtersPath)));
    }

    /** Statuses and ids of the rules in force. */
    private Set<String> enabled() {
        return enabled != null
                ? enabled
                : config().map(PortolanConfig::enabledRules).orElse(RuleBook.ENABLED);
    }

    /** When stories are told. */
    StorySettings stories() {
        return config().map(PortolanConfig::stories).orElseGet(StorySettings::defaults);
    }

    /** Empty where nothing is configured: the classes behind a configuration take longer to load than most logs to read. */
    private Optional<PortolanConfig> config() {
        Map<String, String> keys = new HashMap<>();
        if (config != null) {
            keys.putAll(ConfigSource.file(config));
        }
        keys.putAll(ConfigSource.environment(System.getenv()));
        return keys.isEmpty() ? Optional.empty() : Optional.of(new PortolanConfig(keys));
    }

    private static Registry told(String file, ParsedRegistry parsed, PrintWriter err) {
        List<MalformedRow> rows = parsed.malformed();
        rows.stream()
                .limit(MOST_ROWS)
                .forEach(row -> err.println("portolan: " + Printable.text(file + ", " + row) + "; row skipped"));
        if (rows.size() > MOST_ROWS) {
            err.println("portolan: " + Printable.text(file) + ": " + (rows.size() - MOST_ROWS) + " more rows skipped");
        }
        return parsed.registry();
    }
}
