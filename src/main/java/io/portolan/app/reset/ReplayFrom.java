package io.portolan.app.reset;

import java.time.Instant;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.OffsetSpec;

/** Where a job shall begin in its inputs. */
public sealed interface ReplayFrom {
    /** With the oldest record that the topic still has. */
    record Start() implements ReplayFrom {}

    /** With the first record that arrived at this time or later; in a topic without one, at its end. */
    record Time(Instant time) implements ReplayFrom {}

    /** With this offset of each partition, or the nearest that there is. */
    record Offset(long offset) implements ReplayFrom {}

    /** Where it is now: only its state is forgotten. */
    record Committed() implements ReplayFrom {}

    /** What the cluster is asked for; an offset is compared with start and end only. */
    default OffsetSpec spec() {
        return this instanceof Time at ? OffsetSpec.forTimestamp(at.time().toEpochMilli()) : OffsetSpec.earliest();
    }

    /**
     * The new offset of a partition.
     *
     * @param before the offset that is committed; empty if none is
     * @param answer what the cluster said to {@link #spec}; negative if it has no such record
     */
    default long offset(long start, long end, OptionalLong before, long answer) {
        if (this instanceof Offset wanted) {
            return Math.max(start, Math.min(end, wanted.offset()));
        }
        if (this instanceof Committed) {
            return before.orElse(start);
        }
        return answer < 0 ? end : answer;
    }
}
