package io.portolan.flow.ipfix;

import io.portolan.flow.Flow;
import io.portolan.flow.TcpFlags;
import io.portolan.flow.TwoWayTcp;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.text.Decimals;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;

/**
 * TCP flags of both directions, each {@link Flow#UNKNOWN} if not reported.
 *
 * @param forward of the source
 * @param reverse of the destination
 * @param opener the side of which the flags themselves tell that it opened
 */
record ElementFlags(int forward, int reverse, Side opener) {
    static final ElementFlags NONE = new ElementFlags(Flow.UNKNOWN, Flow.UNKNOWN, Side.UNKNOWN);

    private static final int HEXADECIMAL = 16;
    private static final String LETTERS = "FSRPAUECN";

    static ElementFlags of(SourceRecord record) throws UnreadableFlowException {
        if (record.has(IpfixElements.FIRST_FLAGS)) {
            int first = flags(record, IpfixElements.FIRST_FLAGS);
            return new ElementFlags(
                    joined(first, flags(record, IpfixElements.LATER_FLAGS)),
                    joined(
                            flags(record, IpfixElements.REVERSE_FIRST_FLAGS),
                            flags(record, IpfixElements.REVERSE_LATER_FLAGS)),
                    opener(first));
        }
        if (record.has(IpfixElements.CLIENT_FLAGS)) {
            int client = flags(record, IpfixElements.CLIENT_FLAGS);
            int server = flags(record, IpfixElements.SERVER_FLAGS);
            boolean opened = TcpFlags.has(client, TcpFlags.SYN)
                    || (server != Flow.UNKNOWN && TcpFlags.has(server, TcpFlags.SYN | TcpFlags.ACK));
            return new ElementFlags(client, server, opened ? Side.SOURCE : Side.UNKNOWN);
        }
        boolean joinsBoth = record.number(IpfixElements.OUT_PACKETS) > 0 || record.number(IpfixElements.OUT_OCTETS) > 0;
        return new ElementFlags(
                joinsBoth ? Flow.UNKNOWN : flags(record, IpfixElements.FLAGS),
                flags(record, IpfixElements.REVERSE_FLAGS),
                Side.UNKNOWN);
    }

    /** How far the conversation got, if the flags of both sides are known. */
    FlowState state(Side initiator) {
        if (forward == Flow.UNKNOWN || reverse == Flow.UNKNOWN) {
            return FlowState.UNKNOWN;
        }
        return initiator == Side.DESTINATION
                ? new TwoWayTcp(reverse, forward).state()
                : new TwoWayTcp(forward, reverse).state();
    }

    /** Who opened, from the flags of the first packet seen, which the source sent. */
    private static Side opener(int first) {
        if (!TcpFlags.has(first, TcpFlags.SYN)) {
            return Side.UNKNOWN;
        }
        return TcpFlags.has(first, TcpFlags.ACK) ? Side.DESTINATION : Side.SOURCE;
    }

    private static int joined(int first, int later) {
        if (first == Flow.UNKNOWN || later == Flow.UNKNOWN) {
            return Math.max(first, later);
        }
        return first | later;
    }

    private static int flags(SourceRecord record, SourceField field) throws UnreadableFlowException {
        String text = record.text(field);
        if (text.isEmpty()) {
            return Flow.UNKNOWN;
        }
        if (text.startsWith("0x")) {
            return hexadecimal(field, text);
        }
        return Character.isDigit(text.charAt(0))
                ? Decimals.small(field.name(), Decimals.exact(field.name(), text))
                : letters(field, text);
    }

    private static int hexadecimal(SourceField field, String text) throws UnreadableFlowException {
        try {
            return Integer.parseUnsignedInt(text, 2, text.length(), HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw UnreadableFlowException.field(field.name(), text, "not flags in hexadecimal digits");
        }
    }

    /** As {@code .AP.SF} (ipfixcol2) or {@code APSF} (yaf). */
    private static int letters(SourceField field, String text) throws UnreadableFlowException {
        int flags = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int bit = LETTERS.indexOf(c);
            if (bit >= 0) {
                flags |= 1 << bit;
            } else if (c != '.') {
                throw UnreadableFlowException.field(field.name(), text, "neither a number nor letters of " + LETTERS);
            }
        }
        return flags;
    }
}
