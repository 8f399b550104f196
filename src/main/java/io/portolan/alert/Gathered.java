package io.portolan.alert;

import io.portolan.flow.Flow;
import io.portolan.schema.StoryKind;
import io.portolan.summary.Distinct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a story has gathered from all of its flows so far.
 *
 * @param kind of a server, whose parties are its clients, or of a scan, whose parties are the servers that were tried
 * @param firstSeen whether there was no earlier story of the same within what is remembered
 * @param outside whether any flow had a side with a public address
 * @param flows 1 or more
 * @param raised alerts that flows of the story raised, with the one at hand
 * @param bytesFromServer bytes that servers sent, {@link Flow#UNKNOWN} if no sensor counted them
 * @param bytesFromClient bytes that clients sent, {@link Flow#UNKNOWN} if no sensor counted them
 * @param firstStart start of the first flow
 * @param lastEnd end of the last flow
 * @param longest duration of the longest conversation
 * @param parties addresses of the parties, counted when somebody asks; to be read before more is added to them
 * @param period at which a party comes back, if it does
 */
public record Gathered(
        StoryKind kind,
        boolean firstSeen,
        boolean outside,
        long flows,
        long raised,
        long bytesFromServer,
        long bytesFromClient,
        Instant firstStart,
        Instant lastEnd,
        Duration longest,
        Distinct parties,
        Optional<Duration> period) {
    /** How many distinct addresses the parties have; an estimate where there are many. */
    long distinct() {
        return parties.count();
    }

    /** The first of them. */
    List<String> addresses() {
        return parties.first();
    }

    boolean isScan() {
        return kind == StoryKind.SCAN;
    }

    boolean countsBothWays() {
        return bytesFromServer != Flow.UNKNOWN && bytesFromClient != Flow.UNKNOWN;
    }

    boolean serverSentMore() {
        return countsBothWays() && bytesFromServer > bytesFromClient;
    }

    /** Bytes in both directions, as far as known. */
    long bytes() {
        return Math.max(0, bytesFromServer) + Math.max(0, bytesFromClient);
    }
}
