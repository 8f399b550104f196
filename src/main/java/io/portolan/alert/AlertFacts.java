package io.portolan.alert;

import io.portolan.judge.Judgement;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.registry.PortKey;
import io.portolan.registry.Transport;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.Side;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an alert is made of: the flow that tells most, seen from the watched port, and all that was gathered. */
public record AlertFacts(LabelledFlow labelled, Judgement judgement, Parties parties, Gathered gathered) {

    public static AlertFacts of(LabelledFlow labelled, Judgement judgement, Gathered gathered) {
        return new AlertFacts(labelled, judgement, Parties.of(labelled.flow(), judgement.watched()), gathered);
    }

    /** The watched port's label. */
    Label label() {
        return judgement.watched() == Side.SOURCE ? labelled.src() : labelled.dst();
    }

    Optional<PortAssignment> assignment() {
        return label().assignment(new PortKey(transport(), port()));
    }

    @Nullable
    Documentation documentation() {
        return label().documentation().orElse(null);
    }

    Transport transport() {
        return Objects.requireNonNull(labelled.transport(), "a watched port has a transport");
    }

    int port() {
        return parties.server().getPort();
    }

    /** {@code 1274/tcp}. */
    String portAndTransport() {
        return port() + "/" + transport().text();
    }
}
