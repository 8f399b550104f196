package io.portolan.app.bench;

import io.portolan.app.bench.contender.Entrant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is compared.
 *
 * @param entrants each once a round
 * @param flows that are written, and that each of them reads in a run, or its share of them; 1,000 or more
 * @param rounds 1 or more
 * @param seed of the mix of flows
 * @param conditions that all run under
 * @param profiled whether the job runs once more, to see where its threads are
 */
public record BenchOptions(
        List<Entrant> entrants, long flows, int rounds, long seed, Conditions conditions, boolean profiled) {
    private static final long FEWEST_FLOWS = 1_000;

    /** @throws IllegalArgumentException if there is too little to measure */
    public BenchOptions {
        entrants = List.copyOf(entrants);
        Set<String> names = entrants.stream().map(Entrant::text).collect(Collectors.toSet());
        if (names.size() < entrants.size()) {
            throw new IllegalArgumentException("two programs of the comparison have the same name");
        }
        if (flows < FEWEST_FLOWS) {
            throw new IllegalArgumentException(
                    "%,d flows are too few to measure; take %,d or more".formatted(flows, FEWEST_FLOWS));
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("a comparison has 1 round or more, not " + rounds);
        }
    }
}
