package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.bench.contender.Contender;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void anOddNumberOfRunsHasTheOneInTheMiddle() {
        List<BenchRun> runs = List.of(run("floor", 300, 9), run("floor", 100, 2), run("floor", 200, 3));

        assertThat(Score.of(runs)).containsExactly(new Score("floor", 3, 200, 3, 2, 50.0));
    }

    @Test
    void anEvenNumberOfRunsHasTheMeanOfTheTwoInTheMiddle() {
        List<BenchRun> runs =
                List.of(run("floor", 100, 9), run("floor", 200, 2), run("floor", 900, 4), run("floor", 300, 3));

        assertThat(Score.of(runs)).containsExactly(new Score("floor", 3, 250, 3.5, 2.5, 50.0));
    }

    @Test
    void scoresComeInTheOrderOfTheContendersAndCompareByRatios() {
        List<BenchRun> runs = List.of(run("portolan", 90, 5.5), run("pass-through", 100, 5));

        List<Score> scores = Score.of(runs);

        assertThat(scores).extracting(Score::name).containsExactly("pass-through", "portolan");
        assertThat(scores.get(1).rateTo(scores.get(0))).isEqualTo(0.9);
        assertThat(scores.get(1).cpuTo(scores.get(0))).isEqualTo(1.1);
        assertThat(scores.get(1).warmTo(scores.get(0))).isEqualTo(1.125);
        assertThat(Score.of(runs, Contender.OBVIOUS_MEMORY)).isEmpty();
    }

    @Test
    void aProgramBesideComesAfterPortolansOwnAndMayHaveNoFigureOfWhatItAllocates() {
        List<BenchRun> runs = List.of(
                new BenchRun("other", 1, 3, 80, 6, 1, null),
                run("portolan", 90, 5.5),
                new BenchRun("other", 2, 3, 80, 6, 1, null));

        List<Score> scores = Score.of(runs);

        assertThat(scores).extracting(Score::name).containsExactly("portolan", "other");
        assertThat(scores.get(1)).isEqualTo(new Score("other", 3, 80, 6, 5, null));
    }

    private static BenchRun run(String contender, double rate, double cpu) {
        return new BenchRun(contender, 1, 3, rate, cpu, 1, 50.0);
    }
}
