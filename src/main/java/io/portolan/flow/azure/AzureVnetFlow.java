package io.portolan.flow.azure;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceRecord;
import io.portolan.schema.Action;

/** Makes flows of the tuples of a virtual network. As for network security groups, nobody says which side opened. */
final class AzureVnetFlow implements FlowReader {
    private final FlowAssembly flows;

    AzureVnetFlow(FieldTable table) {
        flows = new FlowAssembly(AzureVnetFormat.NAME, table);
    }

    @Override
    public Reading read(SourceRecord tuple) throws UnreadableFlowException {
        String state = tuple.text(AzureVnetFormat.STATE);
        FlowBuilder flow = flows.of(tuple).action(action(state));
        if (isWithoutCounters(state, tuple)) {
            flow.reverseCounters(Flow.UNKNOWN, Flow.UNKNOWN);
        }
        return flow.build();
    }

    /** The zeros of a flow that begins or is denied are none that were counted. */
    private static boolean isWithoutCounters(String state, SourceRecord tuple) {
        return (state.equals("B") || state.equals("D"))
                && tuple.number(AzureVnetFormat.RECEIVED) == 0
                && tuple.number(AzureVnetFormat.BYTES_RECEIVED) == 0;
    }

    private static Action action(String state) throws UnreadableFlowException {
        return switch (state) {
            case "B", "C", "E" -> Action.ACCEPT;
            case "D" -> Action.REJECT;
            default -> throw UnreadableFlowException.field(AzureVnetFormat.STATE.name(), state, "not B, C, E or D");
        };
    }
}
