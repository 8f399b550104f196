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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts flows by minute, service, range, status and verdict until the sums are taken. Not for several threads. */
public final class TrafficCounter {
    private static final long MINUTE = 60_000;

    private final Map<Key, Count> counts = new HashMap<>();

    /** Counts a flow, unless another record reports it as well. */
    public void add(LabelledFlow labelled, Judgement judgement) {
        Flow flow = labelled.flow();
        if (!flow.isDuplicate()) {
            counts.computeIfAbsent(Key.of(labelled, judgement), key -> new Count())
                    .add(flow);
        }
    }

    /** The sums since the last call. */
    public List<PortTraffic> take() {
        List<PortTraffic> sums = new ArrayList<>(counts.size());
        counts.forEach((key, count) -> sums.add(key.with(count)));
        counts.clear();
        return sums;
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
        static Key of(LabelledFlow labelled, Judgement judgement) {
            long minute = Math.floorDiv(labelled.flow().endTime(), MINUTE);
            Label server = judgement.role().labelOfServer(labelled);
            if (server == null) {
                return new Key(minute, null, null, null, judgement.verdict());
            }
            PortStatus status = server.range() == PortRange.NONE ? null : server.status();
            return new Key(minute, server.service().orElse(null), server.range(), status, judgement.verdict());
        }

        PortTraffic with(Count count) {
            Instant start = Instant.ofEpochMilli(minute * MINUTE);
            return new PortTraffic(start, service, range, status, verdict, count.flows, count.bytes, count.packets);
        }
    }

    private static final class Count {
        private long flows;
        private long bytes;
        private long packets;

        void add(Flow flow) {
            flows++;
            bytes = Sums.add(bytes, Sums.bytes(flow));
            packets = Sums.add(packets, Sums.packets(flow));
        }
    }
}
