package io.portolan.flow.ktranslate;

import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import io.portolan.schema.Action;
import io.portolan.schema.Side;

/** Makes flows of KFlow events; the others are told apart by the start of their type, so that few kinds are counted. */
final class KtranslateFlow implements FlowReader {
    private static final Reading ROLLUP = new Reading.NotAFlow("ktranslate rollup");
    private static final Reading SNMP = new Reading.NotAFlow("ktranslate SNMP metric");
    private static final Reading SYNTHETIC = new Reading.NotAFlow("ktranslate synthetic test");
    private static final Reading OTHER = new Reading.NotAFlow("ktranslate event of another type");
    private static final Reading NO_DATA = new Reading.NotAFlow("NODATA");
    private static final Reading SKIPPED_DATA = new Reading.NotAFlow("SKIPDATA");

    private final FlowAssembly flows;

    KtranslateFlow(FieldTable table) {
        flows = new FlowAssembly(KtranslateFormat.NAME, table);
    }

    @Override
    public Reading read(SourceRecord event) throws UnreadableFlowException {
        String type = event.text(KtranslateFormat.EVENT_TYPE);
        if (!type.equals("KFlow")) {
            return other(type);
        }
        return switch (event.text(KtranslateFormat.LOG_STATUS)) {
            case "NODATA" -> NO_DATA;
            case "SKIPDATA" -> SKIPPED_DATA;
            default -> flow(event);
        };
    }

    private Reading flow(SourceRecord event) throws UnreadableFlowException {
        keepSecond(event, KtranslateFormat.IN_PACKETS, KtranslateFormat.OUT_PACKETS);
        keepSecond(event, KtranslateFormat.IN_BYTES, KtranslateFormat.OUT_BYTES);
        FlowBuilder flow = flows.of(event).initiator(initiator(event)).action(action(event));
        if (event.number(KtranslateFormat.FRAGMENT) > 0) {
            flow.ports(0, 0);
        }
        return flow.build();
    }

    /** Where the exporter counted the packets twice, coming in and leaving, the one count that is left is kept. */
    private static void keepSecond(SourceRecord event, SourceField counted, SourceField left) {
        if (event.has(counted) && event.has(left)) {
            event.attribute(left.name(), Long.toString(event.number(left)));
        }
    }

    private static Side initiator(SourceRecord event) {
        return switch (event.text(KtranslateFormat.BIFLOW)) {
            case "1" -> Side.SOURCE;
            case "2" -> Side.DESTINATION;
            default -> Side.UNKNOWN;
        };
    }

    private static Action action(SourceRecord event) {
        return switch (event.text(KtranslateFormat.FILTERED)) {
            case "ACCEPT" -> Action.ACCEPT;
            case "REJECT" -> Action.REJECT;
            default -> Action.UNKNOWN;
        };
    }

    private static Reading other(String type) throws UnreadableFlowException {
        if (type.isEmpty()) {
            throw new UnreadableFlowException("eventType is missing: not an event of ktranslate");
        }
        if (!type.startsWith("K")) {
            throw UnreadableFlowException.field("eventType", type, "not a type of ktranslate's, as KFlow is");
        }
        if (type.startsWith("KFlow:")) {
            return ROLLUP;
        }
        if (type.startsWith("KSnmp")) {
            return SNMP;
        }
        return type.startsWith("KSynth") || type.equals("KTrace") ? SYNTHETIC : OTHER;
    }
}
