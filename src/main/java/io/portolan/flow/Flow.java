package io.portolan.flow;

import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A view over the canonical bytes of one flow: Avro binary of {@code schemas/flow-log.avsc}, without a frame.
 *
 * <p>The bytes are checked as a whole when the view is made, so that nothing malformed is ever passed on; the numbers
 * are read then, the texts only when asked for. Field meanings, units and ranges are those of the schema.
 */
public final class Flow implements Reading, Reading.Part {
    /** Stands for a number that the sensor did not report. */
    public static final int UNKNOWN = -1;

    /** 1990-01-01 and 2100-01-01: a time outside is a unit mistaken or garbage, not a flow. */
    private static final long EARLIEST = 631_152_000_000L;

    private static final long LATEST = 4_102_444_800_000L;

    /** Characters, and bytes, of the longest text of an IP address: of IPv6 with the last 32 bits in dotted decimal. */
    public static final int LONGEST_ADDRESS = 45;

    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_PROTOCOL = 255;
    private static final int ALL_FLAGS = 0xfff;
    private static final Side[] SIDES = Side.values();
    private static final Action[] ACTIONS = Action.values();
    private static final FlowState[] STATES = FlowState.values();

    private final byte[] bytes;
    private final int offset;
    private final int length;
    private final int protocol;
    private final int srcPort;
    private final int dstPort;
    private final int tcpFlags;
    private final Side initiator;
    private final Action action;
    private final FlowState state;
    private final long packets;
    private final long byteCount;
    private final long reversePackets;
    private final long reverseBytes;
    private final int srcAddressEnd;
    private final int srcAddressLength;
    private final int dstAddressEnd;
    private final int dstAddressLength;
    private final long startTime;
    private final long endTime;
    private final int observerEnd;
    private final int observerLength;
    private final int samplingRate;
    private final boolean duplicate;
    private final int formatEnd;
    private final int formatLength;

    private Flow(byte[] bytes, int offset, int length) throws UnreadableFlowException {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        AvroCursor in = new AvroCursor(bytes, offset, length);
        protocol = in.readInt("protocol", 0, HIGHEST_PROTOCOL);
        srcPort = in.readInt("src_port", 0, HIGHEST_PORT);
        dstPort = in.readInt("dst_port", 0, HIGHEST_PORT);
        tcpFlags = in.readPresence("tcp_flags") ? in.readInt("tcp_flags", 0, ALL_FLAGS) : UNKNOWN;
        initiator = SIDES[in.readInt("initiator", 0, SIDES.length - 1)];
        action = ACTIONS[in.readInt("action", 0, ACTIONS.length - 1)];
        state = STATES[in.readInt("state", 0, STATES.length - 1)];
        packets = in.readLong("packets", 0, Long.MAX_VALUE);
        byteCount = in.readLong("bytes", 0, Long.MAX_VALUE);
        reversePackets = readCounter(in, "reverse_packets");
        reverseBytes = readCounter(in, "reverse_bytes");
        srcAddressLength = in.skipAddress("src_address");
        srcAddressEnd = in.position();
        dstAddressLength = in.skipAddress("dst_address");
        dstAddressEnd = in.position();
        startTime = in.readLong("start_time", EARLIEST, LATEST);
        endTime = in.readLong("end_time", EARLIEST, LATEST);
        observerLength = in.readPresence("observer") ? in.skipString("observer") : UNKNOWN;
        observerEnd = in.position();
        samplingRate = in.readPresence("sampling_rate") ? in.readInt("sampling_rate", 1, Integer.MAX_VALUE) : UNKNOWN;
        duplicate = in.readBoolean("duplicate");
        formatLength = in.skipString("source_format");
        formatEnd = in.position();
        in.skipStringMap("attributes");
        in.expectEnd();
    }

    /**
     * A view over bytes that hold one flow and nothing else. The bytes are not copied and must not change.
     *
     * @throws UnreadableFlowException if they are not the Avro binary of a flow, or a field is outside its range
     */
    public static Flow of(byte[] bytes) throws UnreadableFlowException {
        return new Flow(bytes, 0, bytes.length);
    }

    /** As {@link #of(byte[])}, over a part of the bytes. */
    public static Flow of(byte[] bytes, int offset, int length) throws UnreadableFlowException {
        return new Flow(bytes, offset, length);
    }

    public int protocol() {
        return protocol;
    }

    public int srcPort() {
        return srcPort;
    }

    public int dstPort() {
        return dstPort;
    }

    /** Flags of all packets from source to destination, or {@link #UNKNOWN}. */
    public int tcpFlags() {
        return tcpFlags;
    }

    public Side initiator() {
        return initiator;
    }

    public Action action() {
        return action;
    }

    public FlowState state() {
        return state;
    }

    public long packets() {
        return packets;
    }

    public long bytes() {
        return byteCount;
    }

    /** Packets from destination to source, or {@link #UNKNOWN}. */
    public long reversePackets() {
        return reversePackets;
    }

    /** Bytes from destination to source, or {@link #UNKNOWN}. */
    public long reverseBytes() {
        return reverseBytes;
    }

    public String srcAddress() {
        return text(srcAddressEnd, srcAddressLength);
    }

    public String dstAddress() {
        return text(dstAddressEnd, dstAddressLength);
    }

    /** Whether the packets are IPv6's, whose header is longer. */
    public boolean isIpv6() {
        return Addresses.isIpv6(bytes, srcAddressEnd - srcAddressLength, srcAddressLength);
    }

    /** First packet, milliseconds since the epoch. */
    public long startTime() {
        return startTime;
    }

    /** Last packet, milliseconds since the epoch: the event time. */
    public long endTime() {
        return endTime;
    }

    /** Who saw the flow, if the record says so. */
    public Optional<String> observer() {
        return observerLength == UNKNOWN ? Optional.empty() : Optional.of(text(observerEnd, observerLength));
    }

    /** One packet of this many was looked at, or {@link #UNKNOWN}. */
    public int samplingRate() {
        return samplingRate;
    }

    /** Whether another record reports the same packets and is the one to count. */
    public boolean isDuplicate() {
        return duplicate;
    }

    /** The input format that the flow was read from. */
    public String sourceFormat() {
        return text(formatEnd, formatLength);
    }

    /** Whether the flow was read from the given input format, whose name is ASCII; allocates nothing. */
    public boolean isFrom(String format) {
        boolean same = format.length() == formatLength;
        for (int i = 0; same && i < formatLength; i++) {
            same = bytes[formatEnd - formatLength + i] == format.charAt(i);
        }
        return same;
    }

    /** What the source said beyond the fields, under its own names; read anew by each call. */
    public Map<String, String> attributes() {
        try {
            return new AvroCursor(bytes, formatEnd, offset + length - formatEnd).readStringMap("attributes");
        } catch (UnreadableFlowException e) {
            throw new IllegalStateException("the bytes of a flow changed after they were checked", e);
        }
    }

    /** Size of the canonical bytes. */
    public int length() {
        return length;
    }

    /** Copies the canonical bytes. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, offset, target, at, length);
    }

    /** Copies the text of the source address, which is ASCII, and returns its length, {@link #LONGEST_ADDRESS} at most. */
    public int copySrcAddress(byte[] target, int at) {
        System.arraycopy(bytes, srcAddressEnd - srcAddressLength, target, at, srcAddressLength);
        return srcAddressLength;
    }

    /** As {@link #copySrcAddress}, of the destination. */
    public int copyDstAddress(byte[] target, int at) {
        System.arraycopy(bytes, dstAddressEnd - dstAddressLength, target, at, dstAddressLength);
        return dstAddressLength;
    }

    private String text(int end, int size) {
        return new String(bytes, end - size, size, StandardCharsets.UTF_8);
    }

    private static long readCounter(AvroCursor in, String field) throws UnreadableFlowException {
        return in.readPresence(field) ? in.readLong(field, 0, Long.MAX_VALUE) : UNKNOWN;
    }
}
