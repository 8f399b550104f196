package io.portolan.flow.field;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Protocols;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.text.Decimals;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Makes flows of records: whatever a field of the table fills by itself is filled here, the same for all formats. What
 * has to be concluded (state, initiator, action, flags that are letters) is for the format to add.
 */
public final class FlowAssembly {
    private static final int MICROS_PER_MILLI = 1_000;

    private final String format;
    private final FieldTable table;
    private final FlowBuilder flow;

    /**
     * @param format the name of the format
     */
    public FlowAssembly(String format, FieldTable table) {
        this.format = format;
        this.table = table;
        this.flow = new FlowBuilder(format);
    }

    /**
     * The flow of a record, without what has to be concluded.
     *
     * @throws UnreadableFlowException if a field is missing without which there is no flow
     */
    public FlowBuilder of(SourceRecord record) throws UnreadableFlowException {
        return of(record, protocol(record));
    }

    /** As {@link #of(SourceRecord)}, where the format found the protocol. */
    public FlowBuilder of(SourceRecord record, int protocol) throws UnreadableFlowException {
        flow.clear();
        flow.protocol(protocol)
                .addresses(text(record, FlowField.SRC_ADDRESS), text(record, FlowField.DST_ADDRESS))
                .counters(Math.max(number(record, FlowField.PACKETS), 0), Math.max(number(record, FlowField.BYTES), 0))
                .reverseCounters(counter(record, FlowField.REVERSE_PACKETS), counter(record, FlowField.REVERSE_BYTES));
        if (Protocols.hasPorts(protocol)) {
            flow.ports(port(record, FlowField.SRC_PORT), port(record, FlowField.DST_PORT));
        }
        if (protocol == Protocols.TCP) {
            flow.tcpFlags((int) Math.min(counter(record, FlowField.TCP_FLAGS), Integer.MAX_VALUE));
        }
        putTimes(record);
        putObserver(record);
        List<String> attributes = record.attributes();
        for (int i = 0; i < attributes.size(); i += 2) {
            flow.attribute(attributes.get(i), attributes.get(i + 1));
        }
        return flow;
    }

    /** The protocol of a record, written as its number or as its keyword. */
    public int protocol(SourceRecord record) throws UnreadableFlowException {
        for (SourceField field : table.filling(FlowField.PROTOCOL)) {
            if (record.has(field)) {
                return field.kind() == ValueKind.COUNT
                        ? Decimals.small(field.name(), record.number(field))
                        : protocol(field, record.text(field));
            }
        }
        throw missing(FlowField.PROTOCOL);
    }

    private static int protocol(SourceField field, String keyword) throws UnreadableFlowException {
        OptionalInt number = Protocols.ofKeyword(keyword);
        if (number.isPresent()) {
            return number.getAsInt();
        }
        if (!Character.isDigit(keyword.charAt(0))) {
            throw UnreadableFlowException.field(
                    field.name(), keyword, "neither a protocol's number nor its keyword at IANA");
        }
        return Decimals.small(field.name(), Decimals.exact(field.name(), keyword));
    }

    private void putTimes(SourceRecord record) throws UnreadableFlowException {
        long start = time(record, FlowField.START_TIME);
        long end = time(record, FlowField.END_TIME);
        long duration = duration(record);
        if (start == SourceRecord.ABSENT && end == SourceRecord.ABSENT) {
            throw missing(FlowField.START_TIME);
        }
        if (start == SourceRecord.ABSENT) {
            start = end - duration;
        }
        if (end == SourceRecord.ABSENT) {
            end = start + duration;
        }
        flow.times(Math.floorDiv(start, MICROS_PER_MILLI), Math.floorDiv(end, MICROS_PER_MILLI));
    }

    private void putObserver(SourceRecord record) throws UnreadableFlowException {
        for (SourceField field : table.filling(FlowField.OBSERVER)) {
            if (record.has(field)) {
                flow.observer(record.text(field));
                break;
            }
        }
        long rate = number(record, FlowField.SAMPLING_RATE);
        if (rate != SourceRecord.ABSENT) {
            flow.samplingRate(Decimals.small("sampling_rate", rate));
        }
    }

    private String text(SourceRecord record, FlowField filled) throws UnreadableFlowException {
        for (SourceField field : table.filling(filled)) {
            if (record.has(field)) {
                return record.text(field);
            }
        }
        throw missing(filled);
    }

    private int port(SourceRecord record, FlowField filled) throws UnreadableFlowException {
        for (SourceField field : table.filling(filled)) {
            if (record.has(field)) {
                return Decimals.port(field.name(), record.number(field));
            }
        }
        throw missing(filled);
    }

    private long counter(SourceRecord record, FlowField filled) {
        return Math.max(number(record, filled), Flow.UNKNOWN);
    }

    private long number(SourceRecord record, FlowField filled) {
        for (SourceField field : table.filling(filled)) {
            if (field.kind() == ValueKind.COUNT && record.has(field)) {
                return record.number(field);
            }
        }
        return SourceRecord.ABSENT;
    }

    private long time(SourceRecord record, FlowField filled) {
        for (SourceField field : table.filling(filled)) {
            if (!field.kind().isDuration() && record.has(field)) {
                return record.number(field);
            }
        }
        return SourceRecord.ABSENT;
    }

    private long duration(SourceRecord record) {
        for (SourceField field : table.filling(FlowField.END_TIME)) {
            if (field.kind().isDuration() && record.has(field)) {
                return record.number(field);
            }
        }
        return 0;
    }

    private UnreadableFlowException missing(FlowField filled) {
        String names =
                Arrays.stream(table.filling(filled)).map(SourceField::name).collect(Collectors.joining(" or "));
        return new UnreadableFlowException(names + " is missing: not a flow of " + format);
    }
}
