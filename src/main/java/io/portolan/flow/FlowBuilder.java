package io.portolan.flow;

import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a parser finds, in any order, and writes it as canonical bytes once. One builder serves many records,
 * one after the other: {@link #build} empties it. Not for several threads at a time.
 */
public final class FlowBuilder {
    static final int MOST_ATTRIBUTES = 96;
    static final int LONGEST_ATTRIBUTE = 1_024;

    private final AvroBuffer out = new AvroBuffer();
    private final List<String> attributes = new ArrayList<>();
    private final String sourceFormat;

    private int protocol;
    private int srcPort;
    private int dstPort;
    private int tcpFlags;
    private Side initiator = Side.UNKNOWN;
    private Action action = Action.UNKNOWN;
    private FlowState state = FlowState.UNKNOWN;
    private long packets;
    private long bytes;
    private long reversePackets;
    private long reverseBytes;
    private String srcAddress = "";
    private String dstAddress = "";
    private long startTime;
    private long endTime;
    private @Nullable String observer;
    private int samplingRate;
    private boolean duplicate;

    /**
     * @param sourceFormat name of the input format that all flows of this builder come from
     */
    public FlowBuilder(String sourceFormat) {
        this.sourceFormat = sourceFormat;
        clear();
    }

    /** Forgets everything that was set. */
    public void clear() {
        protocol = 0;
        srcPort = 0;
        dstPort = 0;
        tcpFlags = Flow.UNKNOWN;
        initiator = Side.UNKNOWN;
        action = Action.UNKNOWN;
        state = FlowState.UNKNOWN;
        packets = 0;
        bytes = 0;
        reversePackets = Flow.UNKNOWN;
        reverseBytes = Flow.UNKNOWN;
        srcAddress = "";
        dstAddress = "";
        startTime = 0;
        endTime = 0;
        observer = null;
        samplingRate = 0;
        duplicate = false;
        attributes.clear();
    }

    public FlowBuilder protocol(int number) {
        this.protocol = number;
        return this;
    }

    /** Ports as the source gives them; {@link #build} drops those of a protocol that has none. */
    public FlowBuilder ports(int source, int destination) {
        this.srcPort = source;
        this.dstPort = destination;
        return this;
    }

    public FlowBuilder addresses(String source, String destination) {
        this.srcAddress = source;
        this.dstAddress = destination;
        return this;
    }

    public FlowBuilder tcpFlags(int flags) {
        this.tcpFlags = flags;
        return this;
    }

    public FlowBuilder initiator(Side side) {
        this.initiator = side;
        return this;
    }

    public FlowBuilder action(Action taken) {
        this.action = taken;
        return this;
    }

    public FlowBuilder state(FlowState reached) {
        this.state = reached;
        return this;
    }

    /** Counters from source to destination. */
    public FlowBuilder counters(long packetCount, long byteCount) {
        this.packets = packetCount;
        this.bytes = byteCount;
        return this;
    }

    /** Counters from destination to source, each {@link Flow#UNKNOWN} if not reported. */
    public FlowBuilder reverseCounters(long packetCount, long byteCount) {
        this.reversePackets = packetCount;
        this.reverseBytes = byteCount;
        return this;
    }

    /** First and last packet, milliseconds since the epoch. */
    public FlowBuilder times(long start, long end) {
        this.startTime = start;
        this.endTime = end;
        return this;
    }

    public FlowBuilder observer(@Nullable String name) {
        this.observer = name;
        return this;
    }

    /** One packet of this many, 0 if not reported. */
    public FlowBuilder samplingRate(int packetsPerSample) {
        this.samplingRate = packetsPerSample;
        return this;
    }

    /** Marks the flow as one that another record reports as well, which is the one to count. */
    public FlowBuilder duplicate(boolean reportedElsewhere) {
        this.duplicate = reportedElsewhere;
        return this;
    }

    /**
     * Keeps what has no field of its own, under the source's name for it: the first {@value #MOST_ATTRIBUTES}, each
     * cut after {@value #LONGEST_ATTRIBUTE} characters, so that a record made to be large stays small.
     */
    public FlowBuilder attribute(String name, String value) {
        if (attributes.size() < 2 * MOST_ATTRIBUTES) {
            attributes.add(bounded(name));
            attributes.add(bounded(value));
        }
        return this;
    }

    private static String bounded(String text) {
        if (text.length() <= LONGEST_ATTRIBUTE) {
            return text;
        }
        boolean withinCharacter = Character.isHighSurrogate(text.charAt(LONGEST_ATTRIBUTE - 1));
        return text.substring(0, withinCharacter ? LONGEST_ATTRIBUTE - 1 : LONGEST_ATTRIBUTE);
    }

    /**
     * The flow, checked; the builder is empty afterwards, also after a failure.
     *
     * @throws UnreadableFlowException if a field is missing or outside its range
     */
    public Flow build() throws UnreadableFlowException {
        try {
            writeHead();
            writeRest();
            return Flow.of(out.take());
        } finally {
            out.clear();
            clear();
        }
    }

    private void writeHead() {
        boolean ported = Protocols.hasPorts(protocol);
        out.writeInt(protocol);
        out.writeInt(ported ? srcPort : 0);
        out.writeInt(ported ? dstPort : 0);
        out.writeOptional(tcpFlags, tcpFlags != Flow.UNKNOWN);
        out.writeInt(initiator.ordinal());
        out.writeInt(action.ordinal());
        out.writeInt(state.ordinal());
        out.writeLong(packets);
        out.writeLong(bytes);
        out.writeOptional(reversePackets, reversePackets != Flow.UNKNOWN);
        out.writeOptional(reverseBytes, reverseBytes != Flow.UNKNOWN);
    }

    private void writeRest() {
        out.writeString(srcAddress);
        out.writeString(dstAddress);
        out.writeLong(startTime);
        out.writeLong(endTime);
        out.writeInt(observer == null ? 0 : 1);
        if (observer != null) {
            out.writeString(observer);
        }
        out.writeOptional(samplingRate, samplingRate != 0);
        out.writeBoolean(duplicate);
        out.writeString(sourceFormat);
        if (!attributes.isEmpty()) {
            out.writeLong(attributes.size() / 2);
            attributes.forEach(out::writeString);
        }
        out.writeLong(0);
    }
}
