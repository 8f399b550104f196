package io.portolan.app.evaluate;

import io.portolan.alert.story.StorySettings;
import io.portolan.app.label.Complaints;
import io.portolan.app.log.LogFile;
import io.portolan.flow.format.FlowFormats;
import io.portolan.judge.InvalidRuleException;
import io.portolan.judge.Rule;
import io.portolan.judge.RuleFiles;
import io.portolan.judge.Rules;
import io.portolan.registry.BundledRegistry;
import io.portolan.registry.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs scenarios by the bundled rules and registry, from the bytes of a log on. */
final class ScenarioRun {
    private static final Complaints NONE_EXPECTED = new Complaints() {
        @Override
        public void unreadableRecord(LogFile file, long number, String cause) {
            throw new AssertionError("record " + number + ": " + cause);
        }

        @Override
        public void unreadableFile(LogFile file, long records, IOException cause) {
            throw new AssertionError(cause);
        }
    };

    private final Registry registry = bundled();
    private final Path folder;

    /** @param folder for logs */
    ScenarioRun(Path folder) {
        this.folder = folder;
    }

    Evaluation of(Scenario scenario) {
        try {
            Path log = Files.writeString(folder.resolve("scenario.log"), scenario.records());
            LogEvaluation evaluation = new LogEvaluation(
                    FlowFormats.named(scenario.format()),
                    List.of(),
                    registry,
                    rules(scenario),
                    StorySettings.defaults(),
                    NONE_EXPECTED);
            evaluation.read(new LogFile(log.toString()));
            return evaluation.ended();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rules rules(Scenario scenario) {
        List<Rule> rules = RuleFiles.bundled().all();
        if (scenario.filter() == null) {
            return new Rules(rules);
        }
        try {
            Set<String> ids = rules.stream().map(Rule::id).collect(Collectors.toSet());
            return new Rules(rules, List.of(RuleFiles.filter(scenario.name(), scenario.filter(), ids)));
        } catch (InvalidRuleException e) {
            throw new AssertionError(e);
        }
    }

    private static Registry bundled() {
        try {
            return BundledRegistry.load().registry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
