package io.portolan.flow.pmacct;

import io.portolan.flow.FlowBuilder;
import io.portolan.flow.ForwardingStatus;
import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.TcpFlags;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.text.Decimals;
import io.portolan.schema.Action;

/** Makes flows of pmacct's records, of one direction each. What a record has is for the key {@code aggregate} to say. */
final class PmacctFlow implements FlowReader {
    private final FlowAssembly flows;

    PmacctFlow(FieldTable table) {
        flows = new FlowAssembly(PmacctFormat.NAME, table);
    }

    @Override
    public Reading read(SourceRecord record) throws UnreadableFlowException {
        String event = record.text(PmacctFormat.EVENT_TYPE);
        if (!event.isEmpty() && !event.equals("purge")) {
            return control(event);
        }
        int protocol = protocol(record);
        if (Protocols.hasPorts(protocol)) {
            require(record, PmacctFormat.SRC, "src_port");
            require(record, PmacctFormat.DST, "dst_port");
        } else {
            keepTypeAndCode(record);
        }
        requireTime(record);
        FlowBuilder flow = flows.of(record, protocol).action(action(record));
        if (protocol == Protocols.TCP && record.has(PmacctFormat.FLAGS)) {
            flow.tcpFlags(flags(record.text(PmacctFormat.FLAGS)));
        }
        return flow.build();
    }

    /** Markers of a batch, and what pmacct's other daemons (BGP, BMP, telemetry) may write to the same topic. */
    private static Reading control(String event) throws UnreadableFlowException {
        return switch (event) {
            case "purge_init", "purge_close", "purge_schema" -> new Reading.NotAFlow("pmacct " + event);
            case "log", "log_init", "log_close", "log_schema" -> new Reading.NotAFlow("pmacct " + event);
            case "dump", "dump_init", "dump_close", "dump_schema" -> new Reading.NotAFlow("pmacct " + event);
            default -> throw UnreadableFlowException.field("event_type", event, "which pmacct does not write");
        };
    }

    private int protocol(SourceRecord record) throws UnreadableFlowException {
        require(record, PmacctFormat.SRC_IP, "src_host");
        require(record, PmacctFormat.DST_IP, "dst_host");
        require(record, PmacctFormat.PROTO, "proto");
        return flows.protocol(record);
    }

    private static void require(SourceRecord record, SourceField field, String primitive)
            throws UnreadableFlowException {
        if (!record.has(field)) {
            throw new UnreadableFlowException(field.name() + " is missing: if this is a flow of pmacct, add "
                    + primitive + " to its key aggregate");
        }
    }

    private static void requireTime(SourceRecord record) throws UnreadableFlowException {
        for (SourceField time : PmacctFormat.TIMES) {
            if (record.has(time)) {
                return;
            }
        }
        throw new UnreadableFlowException(
                "no time: add timestamp_start, timestamp_end (or timestamp_arrival) to pmacct's"
                        + " key aggregate, or set kafka_history");
    }

    /** Some exporters put ICMP's type and code where the ports of others stand. */
    private static void keepTypeAndCode(SourceRecord record) {
        for (SourceField port : PmacctFormat.PORTS) {
            if (record.number(port) > 0) {
                record.attribute(port.name(), Long.toString(record.number(port)));
            }
        }
    }

    private static Action action(SourceRecord record) throws UnreadableFlowException {
        String status = record.text(PmacctFormat.FORWARDING);
        if (status.isEmpty()) {
            return Action.UNKNOWN;
        }
        if (Character.isDigit(status.charAt(0))) {
            return ForwardingStatus.action(Decimals.exact("fwd_status", status));
        }
        if (status.startsWith("DROPPED ACL")) {
            return Action.REJECT;
        }
        return status.startsWith("FORWARDED") ? Action.ACCEPT : Action.UNKNOWN;
    }

    private static int flags(String text) throws UnreadableFlowException {
        if (Character.isDigit(text.charAt(0))) {
            return Decimals.small("tcp_flags", Decimals.exact("tcp_flags", text));
        }
        int flags = 0;
        for (int from = 0; from < text.length(); ) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            flags |= flag(text.substring(from, to));
            from = to + 1;
        }
        return flags;
    }

    private static int flag(String name) throws UnreadableFlowException {
        return switch (name) {
            case "FIN" -> TcpFlags.FIN;
            case "SYN" -> TcpFlags.SYN;
            case "RST" -> TcpFlags.RST;
            case "PSH" -> TcpFlags.PSH;
            case "ACK" -> TcpFlags.ACK;
            case "URG" -> TcpFlags.URG;
            case "ECE" -> TcpFlags.ECE;
            case "CWR" -> TcpFlags.CWR;
            // Stands in place of each flag that is not set, in some versions.
            case "NULL" -> 0;
            default -> throw UnreadableFlowException.field("tcp_flags", name, "not the name of a flag");
        };
    }
}
