package io.portolan.app.bench;

import io.portolan.app.bench.contender.Contender;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is compared.
 *
 * @param contenders each once a round
 * @param flows that each of them reads in a run, 1,000 or more
 * @param rounds 1 or more
 * @param seed of the mix of flows
 * @param watched share of flows on a watched port, 0 to 1
 * @param attributes bytes of text that each flow carries beside its fields, 0 or more
 * @param profiled whether the job runs once more, to see where its threads are
 * @param threads of every contender; empty for the job's default
 */
public record BenchOptions(
        List<Contender> contenders,
        long flows,
        int rounds,
        long seed,
        double watched,
        int attributes,
        boolean profiled,
        OptionalInt threads) {
    private static final long FEWEST_FLOWS = 1_000;

    /** @throws IllegalArgumentException if there is too little to measure */
    public BenchOptions {
        contenders = List.copyOf(contenders);
        if (flows < FEWEST_FLOWS) {
            throw new IllegalArgumentException(
                    "%,d flows are too few to measure; take %,d or more".formatted(flows, FEWEST_FLOWS));
        }
        if (!(watched >= 0 && watched <= 1)) {
            throw new IllegalArgumentException("a share of flows is between 0 and 1, not " + watched);
        }
        if (attributes < 0) {
            throw new IllegalArgumentException("attributes have 0 bytes or more, not " + attributes);
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("a comparison has 1 round or more, not " + rounds);
        }
    }
}
