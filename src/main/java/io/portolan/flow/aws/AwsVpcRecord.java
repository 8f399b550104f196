package io.portolan.flow.aws;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.json.FlowFields;
import io.portolan.flow.text.Decimals;
import io.portolan.flow.text.Timestamps;
import io.portolan.schema.Action;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of one record of a VPC flow log, in any order, and makes the flow of them.
 *
 * <p>Flags: AWS joins those of the interval by OR, and knows FIN 1, SYN 2, RST 4 and SYN-ACK 18 only; an ACK without
 * SYN is not recorded, so 0 is no null scan but the middle of a connection. Source: field {@code tcp-flags} of "Flow log
 * records" in the Amazon VPC user guide. Every packet is counted: the sampling rate is 1. AWS does not say who opened.
 */
final class AwsVpcRecord implements FlowFields {
    private static final Reading NO_DATA = new Reading.NotAFlow("NODATA");
    private static final Reading SKIPPED = new Reading.NotAFlow("SKIPDATA");
    private static final String ABSENT = "-";
    private static final long NONE = Flow.UNKNOWN;
    private static final int MICROS_PER_MILLI = 1_000;

    private final FlowBuilder flow = new FlowBuilder(AwsVpcFormat.NAME);

    private String version = "";
    private String srcAddress = "";
    private String dstAddress = "";
    private String packetSrcAddress = "";
    private String packetDstAddress = "";
    private long srcPort;
    private long dstPort;
    private long protocol;
    private long tcpFlags;
    private long packets;
    private long bytes;
    private long start;
    private long end;
    private String logStatus = "";

    AwsVpcRecord() {
        clear();
    }

    @Override
    public void clear() {
        flow.clear();
        version = "";
        srcAddress = "";
        dstAddress = "";
        packetSrcAddress = "";
        packetDstAddress = "";
        srcPort = NONE;
        dstPort = NONE;
        protocol = NONE;
        tcpFlags = NONE;
        packets = 0;
        bytes = 0;
        start = NONE;
        end = NONE;
        logStatus = "";
    }

    @Override
    public void text(String name, String value) throws UnreadableFlowException {
        if (!value.equals(ABSENT) && !value.isEmpty()) {
            accept(AwsVpcField.of(name), name, value);
        }
    }

    @Override
    public void number(String name, long value) throws UnreadableFlowException {
        AwsVpcField field = AwsVpcField.of(name);
        if (field == null || !acceptCount(field, value)) {
            accept(field, name, Long.toString(value));
        }
    }

    @Override
    public void list(String name, String values) throws UnreadableFlowException {
        AwsVpcField field = AwsVpcField.of(name);
        if (field != null) {
            throw UnreadableFlowException.field(name, '[' + values + ']', "a list and not one value");
        }
        flow.attribute(name, values);
    }

    @Override
    public boolean enter(String name) {
        return false;
    }

    @Override
    public void leave() {}

    @Override
    public void addTo(ReadingBuilder readings) throws UnreadableFlowException {
        readings.add(read());
    }

    /** One field that is present; numbers in text are read if exact. */
    void accept(@Nullable AwsVpcField field, String name, String value) throws UnreadableFlowException {
        if (field == null) {
            flow.attribute(name, value);
            return;
        }
        switch (field) {
            case VERSION -> version = value;
            case SRCADDR -> srcAddress = value;
            case DSTADDR -> dstAddress = value;
            case PKT_SRCADDR -> packetSrcAddress = kept(field, value);
            case PKT_DSTADDR -> packetDstAddress = kept(field, value);
            case INTERFACE_ID -> flow.observer(value);
            case ACTION -> flow.action(action(value));
            case LOG_STATUS -> logStatus = value;
            case START -> start = Timestamps.micros(field.label, value, 0, value.length());
            case END -> end = Timestamps.micros(field.label, value, 0, value.length());
            case SRCPORT, DSTPORT, PROTOCOL, TCP_FLAGS, PACKETS, BYTES ->
                acceptCount(field, Decimals.exact(field.label, value));
            default -> flow.attribute(field.label, value);
        }
    }

    String version() {
        return version;
    }

    /** What the collected fields are. */
    Reading read() throws UnreadableFlowException {
        switch (logStatus) {
            case "NODATA" -> {
                return NO_DATA;
            }
            case "SKIPDATA" -> {
                return SKIPPED;
            }
            default -> {
                return flow();
            }
        }
    }

    private Flow flow() throws UnreadableFlowException {
        int number = Decimals.small("protocol", present("protocol", protocol));
        if (Protocols.hasPorts(number)) {
            flow.ports(
                    Decimals.small("srcport", present("srcport", srcPort)),
                    Decimals.small("dstport", present("dstport", dstPort)));
        }
        if (number == Protocols.TCP && tcpFlags != NONE) {
            flow.tcpFlags(Decimals.small("tcp-flags", tcpFlags));
        }
        long first = present("start", start == NONE ? end : start);
        long last = end == NONE ? first : end;
        return flow.protocol(number)
                .addresses(
                        present("srcaddr", srcAddress, packetSrcAddress),
                        present("dstaddr", dstAddress, packetDstAddress))
                .counters(packets, bytes)
                .times(Math.floorDiv(first, MICROS_PER_MILLI), Math.floorDiv(last, MICROS_PER_MILLI))
                .samplingRate(1)
                .build();
    }

    /** Takes a field that is a count; false if it is none. */
    private boolean acceptCount(AwsVpcField field, long value) throws UnreadableFlowException {
        switch (field) {
            case SRCPORT -> srcPort = Decimals.count(field.label, value);
            case DSTPORT -> dstPort = Decimals.count(field.label, value);
            case PROTOCOL -> protocol = Decimals.count(field.label, value);
            case TCP_FLAGS -> tcpFlags = Decimals.count(field.label, value);
            case PACKETS -> packets = Decimals.count(field.label, value);
            case BYTES -> bytes = Decimals.count(field.label, value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private String kept(AwsVpcField field, String value) {
        flow.attribute(field.label, value);
        return value;
    }

    private static Action action(String value) throws UnreadableFlowException {
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "ACCEPT" -> Action.ACCEPT;
            case "REJECT" -> Action.REJECT;
            default -> throw UnreadableFlowException.field("action", value, "neither ACCEPT nor REJECT");
        };
    }

    private static long present(String field, long value) throws UnreadableFlowException {
        if (value == NONE) {
            throw missing(field);
        }
        return value;
    }

    private static String present(String field, String value, String standIn) throws UnreadableFlowException {
        if (value.isEmpty() && standIn.isEmpty()) {
            throw missing(field);
        }
        return value.isEmpty() ? standIn : value;
    }

    private static UnreadableFlowException missing(String field) {
        return new UnreadableFlowException(field + " is missing: not a flow of an AWS VPC flow log");
    }
}
