package io.portolan.flow.ocsf;

import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.util.List;
import java.util.stream.Stream;

/** Makes flows of events of the class Network Activity. */
final class OcsfFlow implements FlowReader {
    private static final int NETWORK_ACTIVITY = 4001;
    private static final int CLASSES_OF_A_CATEGORY = 1_000;
    private static final int LISTEN = 7;

    /** The categories by the thousands of their classes' identifiers. */
    private static final List<Reading> OTHERS = Stream.of(
                    "no known",
                    "System Activity",
                    "Findings",
                    "Identity & Access Management",
                    "Network Activity",
                    "Discovery",
                    "Application Activity",
                    "Remediation",
                    "Unmanned Systems")
            .<Reading>map(category -> new Reading.NotAFlow("OCSF event of another class, category " + category))
            .toList();

    private static final Reading LISTENING = new Reading.NotAFlow("OCSF activity Listen");
    private static final Reading NOT_IP = new Reading.NotAFlow("OCSF event of no IP protocol");

    private final FlowAssembly flows;

    OcsfFlow(FieldTable table) {
        flows = new FlowAssembly(OcsfFormat.NAME, table);
    }

    @Override
    public Reading read(SourceRecord event) throws UnreadableFlowException {
        if (!event.has(OcsfFormat.CLASS)) {
            throw new UnreadableFlowException("class_uid is missing: not an event of OCSF");
        }
        if (event.number(OcsfFormat.CLASS) != NETWORK_ACTIVITY) {
            long category = event.number(OcsfFormat.CLASS) / CLASSES_OF_A_CATEGORY;
            return OTHERS.get(category < OTHERS.size() ? (int) category : 0);
        }
        if (event.number(OcsfFormat.ACTIVITY) == LISTEN) {
            return LISTENING;
        }
        return event.text(OcsfFormat.PROTOCOL_NUMBER).equals("-1") ? NOT_IP : flow(event);
    }

    private Reading flow(SourceRecord event) throws UnreadableFlowException {
        int protocol = flows.protocol(event);
        Action action = action(event);
        FlowBuilder flow = flows.of(event, protocol)
                .counters(
                        outwards(event, OcsfFormat.PACKETS_OUT, OcsfFormat.ALL_PACKETS, OcsfFormat.PACKETS_IN),
                        outwards(event, OcsfFormat.BYTES_OUT, OcsfFormat.ALL_BYTES, OcsfFormat.BYTES_IN))
                .initiator(event.text(OcsfFormat.SIDES_KNOWN).equals("true") ? Side.SOURCE : Side.UNKNOWN)
                .action(action);
        if (protocol == Protocols.TCP) {
            flow.state(state((int) Math.max(event.number(OcsfFormat.ACTIVITY), 0), action));
        }
        return flow.build();
    }

    /** What went from source to destination; of a total, what is left of it without the other direction. */
    private static long outwards(SourceRecord event, SourceField out, SourceField all, SourceField in) {
        if (event.has(out)) {
            return event.number(out);
        }
        long total = Math.max(event.number(all), 0);
        return event.has(in) ? Math.max(total - event.number(in), 0) : total;
    }

    /** A refusal is the host's if no filter is said to have done it; Security Lake calls a filter's so as well. */
    private static FlowState state(int activity, Action action) {
        return switch (activity) {
            case 1 -> action == Action.REJECT ? FlowState.UNKNOWN : FlowState.ESTABLISHED;
            case 2 -> FlowState.CLOSED;
            case 3 -> FlowState.RESET;
            case 4 -> FlowState.ATTEMPT;
            case 5 -> action == Action.REJECT ? FlowState.UNKNOWN : FlowState.REJECTED;
            default -> FlowState.UNKNOWN;
        };
    }

    private static Action action(SourceRecord event) {
        long control = event.number(OcsfFormat.CONTROL);
        if (control == 1 || control == 2) {
            return control == 1 ? Action.ACCEPT : Action.REJECT;
        }
        return switch ((int) Math.max(event.number(OcsfFormat.DISPOSITION), 0)) {
            case 1 -> Action.ACCEPT;
            case 2, 6, 21, 25 -> Action.REJECT;
            default -> Action.UNKNOWN;
        };
    }
}
