package io.portolan.summary;

import io.portolan.flow.Flow;
import io.portolan.judge.Judgement;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import io.portolan.schema.PortTraffic;
import io.portolan.schema.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts flows by minute, service, range, status and verdict until the sums are taken. Every flow passes here, so that
 * counting one makes no object as a rule: what the registry says of a port is one object for all its flows, and is counted by its
 * identity; what comes to one key is added up when the sums are taken. Not for several threads.
 */
public final class TrafficCounter {
    private static final long MINUTE = 60_000;
    private static final int VERDICTS = Verdict.values().length;
    /** Flows end in any order, but mostly within a few minutes; a power of two. */
    private static final int RECENT = 16;

    private final Map<Long, Minute> minutes = new HashMap<>();
    private final Minute[] recent = new Minute[RECENT];

    /** Counts a flow, unless another record reports it as well. */
    public void add(LabelledFlow labelled, Judgement judgement) {
        Flow flow = labelled.flow();
        if (!flow.isDuplicate()) {
            minute(Math.floorDiv(flow.endTime(), MINUTE))
                    .of(judgement.role().labelOfServer(labelled), judgement.verdict())
                    .add(Sums.bytes(flow), Sums.packets(flow));
        }
    }

    /** The sums of these counters since the last call. */
    public static List<PortTraffic> take(List<TrafficCounter> counters) {
        Map<Key, Count> sums = new HashMap<>();
        counters.forEach(counter -> counter.moveTo(sums));
        List<PortTraffic> taken = new ArrayList<>(sums.size());
        sums.forEach((key, count) -> taken.add(key.with(count)));
        return taken;
    }

    private void moveTo(Map<Key, Count> sums) {
        minutes.values().forEach(minute -> minute.addTo(sums));
        minutes.clear();
        Arrays.fill(recent, null);
    }

    private Minute minute(long number) {
        int place = (int) number & (RECENT - 1);
        Minute minute = recent[place];
        if (minute == null || minute.number != number) {
            minute = minutes.computeIfAbsent(number, Minute::new);
            recent[place] = minute;
        }
        return minute;
    }

    /** What was counted of one minute: by the label of the server, null if it is unknown, and by verdict. */
    private static final class Minute {
        private final long number;
        private final Map<@Nullable Label, @Nullable Count[]> counts = new HashMap<>();

        Minute(long number) {
            this.number = number;
        }

        Count of(@Nullable Label server, Verdict verdict) {
            @Nullable Count[] verdicts = counts.get(server);
            if (verdicts == null) {
                verdicts = new Count[VERDICTS];
                counts.put(server, verdicts);
            }
            Count count = verdicts[verdict.ordinal()];
            if (count == null) {
                count = new Count(verdict);
                verdicts[verdict.ordinal()] = count;
            }
            return count;
        }

        void addTo(Map<Key, Count> sums) {
            counts.forEach((server, verdicts) -> Stream.of(verdicts)
                    .filter(Objects::nonNull)
                    .forEach(count -> sums.computeIfAbsent(
                                    Key.of(number, server, count.verdict), key -> new Count(count.verdict))
                            .add(count)));
        }
    }

    /**
     * What flows have in common that are counted together.
     *
     * @param minute minutes since the epoch
     */
    private record Key(
            long minute,
            @Nullable String service,
            @Nullable PortRange range,
            @Nullable PortStatus status,
            Verdict verdict) {
        static Key of(long minute, @Nullable Label server, Verdict verdict) {
            if (server == null) {
                return new Key(minute, null, null, null, verdict);
            }
            PortStatus status = server.range() == PortRange.NONE ? null : server.status();
            return new Key(minute, server.service().orElse(null), server.range(), status, verdict);
        }

        PortTraffic with(Count count) {
            Instant start = Instant.ofEpochMilli(minute * MINUTE);
            return new PortTraffic(start, service, range, status, verdict, count.flows, count.bytes, count.packets);
        }
    }

    private static final class Count {
        private final Verdict verdict;
        private long flows;
        private long bytes;
        private long packets;

        Count(Verdict verdict) {
            this.verdict = verdict;
        }

        void add(long moreBytes, long morePackets) {
            flows++;
            bytes = Sums.add(bytes, moreBytes);
            packets = Sums.add(packets, morePackets);
        }

        void add(Count other) {
            flows += other.flows;
            bytes = Sums.add(bytes, other.bytes);
            packets = Sums.add(packets, other.packets);
        }
    }
}
