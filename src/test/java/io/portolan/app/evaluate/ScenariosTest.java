package io.portolan.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each scenario, from its records to what is said of each of its conversations and the alerts for them. */
class ScenariosTest {
    private static final int LEAST = 40;

    @TempDir
    private Path folder;

    private ScenarioRun run;

    @BeforeEach
    void prepare() {
        run = new ScenarioRun(folder);
    }

    @TestFactory
    Stream<DynamicTest> eachIsSaidToBeWhatItHasToBe() {
        return Scenario.files().stream()
                .flatMap(file -> Scenario.read(file).stream()
                        .map(scenario -> DynamicTest.dynamicTest(
                                file.getFileName() + ": " + scenario.name(), () -> check(scenario))));
    }

    @Test
    void thereAreEnoughOfThemAndNoTwoHaveOneName() {
        List<String> names = Scenario.files().stream()
                .flatMap(file -> Scenario.read(file).stream().map(scenario -> file + scenario.name()))
                .toList();

        assertThat(names).hasSizeGreaterThanOrEqualTo(LEAST).doesNotHaveDuplicates();
    }

    private record Word(Finding said, Optional<Level> level) {}

    private void check(Scenario scenario) {
        Evaluation evaluation = run.of(scenario);

        for (Judged judged : evaluation.judged()) {
            Scenario.Known known = scenario.known(judged.conversation());
            assertThat(new Word(judged.said(), judged.level()))
                    .as("%s: %s (%s)", scenario.name(), judged.conversation(), scenario.why())
                    .isEqualTo(new Word(known.said(), known.level()));
        }
        if (scenario.stories() != null) {
            assertThat(evaluation.stories())
                    .as("stories of %s", scenario.name())
                    .isEqualTo(scenario.stories());
        }
        boolean watched = scenario.conversations().stream().anyMatch(known -> known.said() != Finding.NONE);
        assertThat(!evaluation.judged().isEmpty())
                .as("%s touches a watched port", scenario.name())
                .isEqualTo(watched);
    }
}
