package io.portolan.app.evaluate;

import java.util.OptionalDouble;

/**
 * How well conversations in use were told from others; what is known to be uncertain counts nowhere.
 *
 * @param alerts raised, 0 or more
 * @param right conversations in use that were alerted
 * @param wrong others that were alerted
 * @param missed conversations in use that were not
 */
public record Score(long alerts, long right, long wrong, long missed) {
    /** Part of the alerted conversations that are in use, 0-1; empty if none was alerted. */
    public OptionalDouble precision() {
        return ratio(right, right + wrong);
    }

    /** Part of the conversations in use that were alerted, 0-1; empty if none is in use. */
    public OptionalDouble recall() {
        return ratio(right, right + missed);
    }

    Score plus(Score other) {
        return new Score(alerts + other.alerts, right + other.right, wrong + other.wrong, missed + other.missed);
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
