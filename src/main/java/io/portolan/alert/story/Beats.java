package io.portolan.alert.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When conversations of one party began, the last few; a state that is kept. */
final class Beats {
    private static final int KEPT = 9;
    private static final int FEWEST = 5;
    private static final double REGULAR_SHARE = 0.75;
    private static final double TOLERANCE = 0.2;
    private static final long SHORTEST_PERIOD = 5_000;

    String party = "";
    List<Long> starts = new ArrayList<>();

    static Beats of(String party) {
        Beats beats = new Beats();
        beats.party = party;
        return beats;
    }

    /** One of its own. */
    Beats copy() {
        Beats copy = of(party);
        copy.starts.addAll(starts);
        return copy;
    }

    void add(long start) {
        starts.add(start);
        starts.sort(null);
        if (starts.size() > KEPT) {
            starts.remove(0);
        }
    }

    /**
     * The median time from one start to the next, if there are five starts or more and three quarters of the times lie
     * within a fifth of the median; a period under five seconds is a load, not a beacon.
     */
    Optional<Duration> period() {
        if (starts.size() < FEWEST) {
            return Optional.empty();
        }
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < starts.size(); i++) {
            gaps.add(starts.get(i) - starts.get(i - 1));
        }
        gaps.sort(null);
        long median = gaps.get(gaps.size() / 2);
        long regular = gaps.stream()
                .filter(gap -> Math.abs(gap - median) <= TOLERANCE * median)
                .count();
        boolean periodic = median >= SHORTEST_PERIOD && regular >= REGULAR_SHARE * gaps.size();
        return periodic ? Optional.of(Duration.ofMillis(median)) : Optional.empty();
    }
}
