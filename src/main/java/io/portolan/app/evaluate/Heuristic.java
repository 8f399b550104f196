package io.portolan.app.evaluate;

import io.portolan.flow.Flow;
import io.portolan.judge.Rules;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Side;

/** How others tell that a watched port is in use: by one look at the ports of a record. */
public enum Heuristic {
    EITHER_PORT("either port is watched"),
    DESTINATION_PORT("the destination port is watched"),
    LOWER_PORT("the lower port is watched"),
    REGISTERED_PORT("the registered port is watched");

    private final String text;

    Heuristic(String text) {
        this.text = text;
    }

    /** For a reader. */
    public String text() {
        return text;
    }

    /** Whether it would raise an alert for the record. */
    boolean alerts(LabelledFlow labelled, Rules rules) {
        Flow flow = labelled.flow();
        boolean src = rules.isWatched(labelled, Side.SOURCE);
        boolean dst = rules.isWatched(labelled, Side.DESTINATION);
        return switch (this) {
            case EITHER_PORT -> src || dst;
            case DESTINATION_PORT -> dst;
            case LOWER_PORT -> flow.srcPort() < flow.dstPort() ? src : dst;
            case REGISTERED_PORT ->
                (src && serves(labelled.src(), labelled.dst())) || (dst && serves(labelled.dst(), labelled.src()));
        };
    }

    /** Of two registered ports the heuristic says nothing; then each is as good as the other. */
    private static boolean serves(Label one, Label other) {
        return one.isAssigned() || !other.isAssigned();
    }
}
