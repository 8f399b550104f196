package io.portolan.flow.azure;

import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceRecord;
import io.portolan.schema.Action;

/**
 * Makes flows of the tuples of a network security group.
 *
 * <p>Microsoft does not say that the source is the side that opened. It mostly is, as the group follows conversations;
 * yet inbound TCP under rules that are not the default ones is filtered packet by packet, where a reply is a flow of its
 * own, and after an idle time either side may begin a flow anew.
 */
final class AzureNsgFlow implements FlowReader {
    private final FlowAssembly flows;

    AzureNsgFlow(FieldTable table) {
        flows = new FlowAssembly(AzureNsgFormat.NAME, table);
    }

    @Override
    public Reading read(SourceRecord tuple) throws UnreadableFlowException {
        return flows.of(tuple, protocol(tuple)).action(action(tuple)).build();
    }

    private static int protocol(SourceRecord tuple) throws UnreadableFlowException {
        String letter = tuple.text(AzureNsgFormat.LETTER);
        return switch (letter) {
            case "T" -> Protocols.TCP;
            case "U" -> Protocols.UDP;
            default -> throw UnreadableFlowException.field(AzureNsgFormat.LETTER.name(), letter, "neither T nor U");
        };
    }

    private static Action action(SourceRecord tuple) throws UnreadableFlowException {
        String letter = tuple.text(AzureNsgFormat.DECISION);
        return switch (letter) {
            case "A" -> Action.ACCEPT;
            case "D" -> Action.REJECT;
            default -> throw UnreadableFlowException.field(AzureNsgFormat.DECISION.name(), letter, "neither A nor D");
        };
    }
}
