package io.portolan.judge.sigma;

import io.portolan.label.Label;
import io.portolan.registry.Transport;
import io.portolan.schema.PortRange;
import io.portolan.schema.Side;

/** When the value of a field is known. */
public enum Stage {
    PORT("port"),
    PORT_OF_ONE_SIDE("port, if that is the server's"),
    FLOW("flow"),
    JUDGEMENT("judgement");

    private final String text;

    Stage(String text) {
        this.text = text;
    }

    /** In words, for the docs. */
    public String text() {
        return text;
    }

    /** The stage of a field, by trying it on a port of which nothing else is known. */
    static Stage of(SigmaField field) {
        if (JudgementFields.ALL.contains(field)) {
            return JUDGEMENT;
        }
        boolean source = isKnown(field, Side.SOURCE);
        boolean destination = isKnown(field, Side.DESTINATION);
        return source && destination ? PORT : source || destination ? PORT_OF_ONE_SIDE : FLOW;
    }

    private static boolean isKnown(SigmaField field, Side server) {
        Sighting port = Sighting.ofPort(Transport.TCP, 1, Label.unlisted(PortRange.SYSTEM), server);
        return field.value(port) != FieldValue.Absent.OPEN;
    }
}
