package io.portolan.judge.sigma;

import io.portolan.flow.Flow;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.registry.Transport;
import io.portolan.schema.Side;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a detection is asked about: a flow, under the hypothesis that one of its sides is the server. At first no more may
 * be known of it than the server's port.
 *
 * @param transport transport of the flow
 * @param port the server's port, 0-65535
 * @param label the label of that port
 * @param server the side taken for the server, never UNKNOWN
 * @param labelled the flow, null while only the port is known
 * @param story what was judged, null while nothing is
 */
public record Sighting(
        Transport transport,
        int port,
        Label label,
        Side server,
        @Nullable LabelledFlow labelled,
        @Nullable StoryFacts story) {

    /** A port, of which flows are still to come. */
    public static Sighting ofPort(Transport transport, int port, Label label, Side server) {
        return new Sighting(transport, port, label, server, null, null);
    }

    /** A flow that is still to be judged. Its protocol has ports. */
    public static Sighting of(LabelledFlow labelled, Side server) {
        boolean source = server == Side.SOURCE;
        Flow flow = labelled.flow();
        return new Sighting(
                Objects.requireNonNull(labelled.transport(), "a protocol without ports has no server port"),
                source ? flow.srcPort() : flow.dstPort(),
                source ? labelled.src() : labelled.dst(),
                server,
                labelled,
                null);
    }

    /** The same, judged. */
    public Sighting judged(StoryFacts facts) {
        return new Sighting(transport, port, label, server, labelled, facts);
    }

    Side client() {
        return server == Side.SOURCE ? Side.DESTINATION : Side.SOURCE;
    }

    /** A fact of the flow. */
    FieldValue flow(Function<Flow, FieldValue> fact) {
        return labelled == null ? FieldValue.Absent.OPEN : fact.apply(labelled.flow());
    }

    /** A fact of the judgement. */
    FieldValue story(Function<StoryFacts, FieldValue> fact) {
        return story == null ? FieldValue.Absent.OPEN : fact.apply(story);
    }

    /** The port of a side. */
    FieldValue port(Side side) {
        return side == server
                ? FieldValue.number(port)
                : flow(flow -> FieldValue.number(side == Side.SOURCE ? flow.srcPort() : flow.dstPort()));
    }

    /** What the registry says of the port of a side. */
    FieldValue label(Side side, Function<Label, FieldValue> fact) {
        if (side == server) {
            return fact.apply(label);
        }
        return labelled == null
                ? FieldValue.Absent.OPEN
                : fact.apply(side == Side.SOURCE ? labelled.src() : labelled.dst());
    }

    FieldValue address(Side side) {
        return flow(flow -> FieldValue.text(side == Side.SOURCE ? flow.srcAddress() : flow.dstAddress()));
    }

    /** What a side sent. */
    FieldValue bytes(Side side) {
        return flow(flow -> FieldValue.counter(side == Side.SOURCE ? flow.bytes() : flow.reverseBytes()));
    }

    FieldValue packets(Side side) {
        return flow(flow -> FieldValue.counter(side == Side.SOURCE ? flow.packets() : flow.reversePackets()));
    }
}
