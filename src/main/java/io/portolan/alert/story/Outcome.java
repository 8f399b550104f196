package io.portolan.alert.story;

import io.portolan.schema.PortAlert;
import io.portolan.schema.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a sighting came to.
 *
 * @param verdict on its conversation, from all that is known of it by now; NONE if no rule matches
 * @param alerts that it raised, most raise none
 */
public record Outcome(Verdict verdict, List<PortAlert> alerts) {
    static final Outcome NOTHING = new Outcome(Verdict.NONE, List.of());

    public Outcome {
        alerts = List.copyOf(alerts);
    }

    /** The same, with alerts that were due before. */
    Outcome after(List<PortAlert> before) {
        return new Outcome(
                verdict, Stream.concat(before.stream(), alerts.stream()).toList());
    }
}
