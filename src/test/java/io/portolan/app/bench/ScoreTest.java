package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.bench.contender.Contender;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void anOddNumberOfRunsHasTheOneInTheMiddle() {
        List<BenchRun> runs = List.of(run("floor", 300, 9), run("floor", 100, 2), run("floor", 200, 3));

        assertThat(Score.of(runs)).containsExactly(new Score(Contender.FLOOR, 3, 200, 3, 2, 50));
    }

    @Test
    void anEvenNumberOfRunsHasTheMeanOfTheTwoInTheMiddle() {
        List<BenchRun> runs =
                List.of(run("floor", 100, 9), run("floor", 200, 2), run("floor", 900, 4), run("floor", 300, 3));

        assertThat(Score.of(runs)).containsExactly(new Score(Contender.FLOOR, 3, 250, 3.5, 2.5, 50));
    }

    @Test
    void scoresComeInTheOrderOfTheContendersAndCompareByRatios() {
        List<BenchRun> runs = List.of(run("portolan", 90, 5.5), run("pass-through", 100, 5));

        List<Score> scores = Score.of(runs);

        assertThat(scores).extracting(Score::contender).containsExactly(Contender.PASS_THROUGH, Contender.PORTOLAN);
        assertThat(scores.get(1).rateTo(scores.get(0))).isEqualTo(0.9);
        assertThat(scores.get(1).cpuTo(scores.get(0))).isEqualTo(1.1);
        assertThat(scores.get(1).warmTo(scores.get(0))).isEqualTo(1.125);
        assertThat(Score.of(runs, Contender.OBVIOUS_MEMORY)).isEmpty();
    }

    private static BenchRun run(String contender, double rate, double cpu) {
        return new BenchRun(contender, 1, 3, rate, cpu, 1, 50);
    }
}
