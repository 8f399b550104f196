package io.portolan.app.bench;

import io.portolan.flow.Protocols;
import io.portolan.schema.Action;
import io.portolan.schema.FlowLog;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flow logs as a network has them, all made up, and the same again from the same seed: two in three from a sensor that sees
 * both directions and knows who began, the others a direction at a time; 15 % IPv6; a given share on port 1274.
 */
final class FlowMix {
    /** 2025-01-01, so that all ends lie behind any clock. */
    private static final long BEGIN = 1_735_689_600_000L;
    /** As on a network of some thousand hosts. */
    private static final int FLOWS_A_MILLISECOND = 5;

    private static final double TWO_WAY = 0.67;
    private static final double IPV6 = 0.15;
    /** One in eight is not answered. */
    private static final List<FlowState> STATES = Stream.of(
                    Collections.nCopies(75, FlowState.CLOSED),
                    Collections.nCopies(10, FlowState.ESTABLISHED),
                    Collections.nCopies(8, FlowState.ATTEMPT),
                    Collections.nCopies(5, FlowState.REJECTED),
                    Collections.nCopies(2, FlowState.RESET))
            .flatMap(List::stream)
            .toList();

    private static final int LONGEST_MS = 60_000;
    private static final String TWO_WAY_FORMAT = "zeek-conn";
    private static final String ONE_WAY_FORMAT = "goflow2";

    private final SplittableRandom random;
    private final MixedPorts ports;
    private final MixedAddresses addresses;
    private final int attributes;
    private long count;

    /**
     * @param watched share of flows on the watched port, 0 to 1
     * @param attributes bytes of text that each flow carries beside its fields, 0 or more
     */
    FlowMix(long seed, double watched, int attributes) {
        this.random = new SplittableRandom(seed);
        this.ports = new MixedPorts(random, watched);
        this.addresses = new MixedAddresses(random);
        this.attributes = attributes;
    }

    /** The next flow, in the order of their ends. */
    FlowLog next() {
        boolean ipv6 = random.nextDouble() < IPV6;
        int host = addresses.serverNumber(ipv6);
        MixedPorts.Ports between = ports.next(ipv6, host);
        long end = BEGIN + count / FLOWS_A_MILLISECOND;
        count++;
        String client = addresses.client(ipv6);
        String server = addresses.server(ipv6, host);
        return random.nextDouble() < TWO_WAY
                ? twoWay(between, client, server, end)
                : oneWay(between, client, server, end);
    }

    private FlowLog twoWay(MixedPorts.Ports between, String client, String server, long end) {
        FlowState state = state();
        boolean answered = state != FlowState.ATTEMPT && state != FlowState.REJECTED;
        long packets = packets(answered);
        return new FlowLog(
                between.protocol(),
                between.client(),
                between.server(),
                null,
                Side.SOURCE,
                Action.UNKNOWN,
                state,
                packets,
                packets * bytesAPacket(),
                answered ? packets + random.nextInt(8) : 0L,
                answered ? packets * bytesAPacket() : 0L,
                client,
                server,
                Instant.ofEpochMilli(end - random.nextInt(LONGEST_MS)),
                Instant.ofEpochMilli(end),
                "sensor-" + random.nextInt(4),
                null,
                false,
                TWO_WAY_FORMAT,
                with(Map.of("uid", "C" + Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX))));
    }

    /** Either direction of a conversation. */
    private FlowLog oneWay(MixedPorts.Ports between, String client, String server, long end) {
        boolean reply = random.nextBoolean();
        long packets = packets(true);
        return new FlowLog(
                between.protocol(),
                reply ? between.server() : between.client(),
                reply ? between.client() : between.server(),
                flags(between.protocol()),
                Side.UNKNOWN,
                Action.ACCEPT,
                FlowState.UNKNOWN,
                packets,
                packets * bytesAPacket(),
                null,
                null,
                reply ? server : client,
                reply ? client : server,
                Instant.ofEpochMilli(end - random.nextInt(LONGEST_MS)),
                Instant.ofEpochMilli(end),
                "192.0.2." + (250 + random.nextInt(4)),
                1,
                false,
                ONE_WAY_FORMAT,
                with(Map.of()));
    }

    /** These, and one more as long as is wanted. */
    private Map<String, String> with(Map<String, String> own) {
        if (attributes == 0) {
            return own;
        }
        StringBuilder text = new StringBuilder(attributes);
        while (text.length() < attributes) {
            text.append(Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX));
        }
        text.setLength(attributes);
        Map<String, String> all = new HashMap<>(own);
        all.put("note", text.toString());
        return all;
    }

    private FlowState state() {
        return STATES.get(random.nextInt(STATES.size()));
    }

    /** Most conversations are short; some are long. */
    private long packets(boolean answered) {
        if (!answered) {
            return random.nextLong(1, 4);
        }
        return random.nextInt(10) < 9 ? random.nextLong(1, 31) : random.nextLong(30, 20_000);
    }

    private long bytesAPacket() {
        return random.nextLong(40, 1_500);
    }

    /** SYN, ACK, PSH and FIN of a whole direction, or one from the middle. */
    private @Nullable Integer flags(int protocol) {
        if (protocol != Protocols.TCP) {
            return null;
        }
        return random.nextInt(10) < 8 ? 0x1b : 0x18;
    }
}
