package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.bench.contender.Contender;
import io.portolan.app.bench.contender.Cost;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchRunTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void rateAndCostAreThoseOfTheLaterHalf() {
        List<Mark> marks = List.of(
                new Mark(0, 0), new Mark(2 * SECOND, 20), new Mark(5 * SECOND, 500), new Mark(7 * SECOND, 1_000));
        List<Cost> costs = List.of(
                new Cost(0, 0, 0L),
                new Cost(SECOND, 1_000_000, 900_000L),
                new Cost(SECOND, 2_000_000, 1_000_000L),
                new Cost(SECOND + 2_500_000, 2_500_000, 1_250_000L));

        BenchRun run = BenchRun.of(Contender.PORTOLAN, 3, marks, costs);

        assertThat(run).isEqualTo(new BenchRun("portolan", 3, 2, 250, 5, 1, 500.0));
        assertThat(run.warmMicros()).isEqualTo(4);
    }

    @Test
    void flowsThatWereAllWrittenBetweenTwoLooksAreMeasuredFromTheLookBefore() {
        List<Mark> marks = List.of(
                new Mark(0, 0), new Mark(2 * SECOND, 1_000), new Mark(2 * SECOND, 1_000), new Mark(2 * SECOND, 1_000));
        List<Cost> costs =
                List.of(new Cost(0, 0, 0L), new Cost(0, 0, 0L), new Cost(0, 0, 0L), new Cost(1_000_000, 0, 4_000L));

        BenchRun run = BenchRun.of(Contender.FLOOR, 1, marks, costs);

        assertThat(run).isEqualTo(new BenchRun("floor", 1, 2, 500, 1, 0, 4.0));
    }
}
