package io.portolan.alert.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.alert.Parties;
import io.portolan.flow.Flow;
import io.portolan.judge.Judgement;
import io.portolan.judge.Role;
import io.portolan.label.Label;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the conversation of a watched endpoint with one peer, from all records of it in either direction. A
 * state that is kept: its fields are what is written.
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
final class Conversation implements Cloneable {
    /** Linux's lowest ephemeral port, net.ipv4.ip_local_port_range. */
    private static final int EPHEMERAL = 32_768;

    private static final int FIRST_USER_PORT = 1024;

    String peer = "";
    int peerPort;
    boolean ipv6;

    /** Whether the peer's port is one that clients get at random. */
    boolean peerAtRandom;

    /** What the watched endpoint is, as far as any record told. */
    Party watched = Party.UNTOLD;

    RoleBasis basis = RoleBasis.NONE;
    int confidence;
    boolean answered;

    @Nullable
    Way toWatched;

    @Nullable
    Way fromWatched;

    long start = Long.MAX_VALUE;
    long end;

    /** Ids of the rules whose stories it was counted in. */
    Set<String> countedBy = new LinkedHashSet<>();

    /** What an endpoint is in a conversation. */
    enum Party {
        UNTOLD,
        SERVER,
        CLIENT
    }

    static Conversation of(Parties parties, Flow flow, Label peerLabel) {
        Conversation conversation = new Conversation();
        conversation.peer = parties.client().getAddress();
        conversation.peerPort = parties.client().getPort();
        conversation.ipv6 = flow.isIpv6();
        conversation.peerAtRandom = conversation.peerPort >= EPHEMERAL
                || (conversation.peerPort >= FIRST_USER_PORT && !peerLabel.isAssigned());
        return conversation;
    }

    /** One of its own. */
    Conversation copy() {
        Conversation copy = clone();
        copy.toWatched = toWatched == null ? null : toWatched.copy();
        copy.fromWatched = fromWatched == null ? null : fromWatched.copy();
        copy.countedBy = new LinkedHashSet<>(countedBy);
        return copy;
    }

    /** Numbers, and what is never changed but replaced. */
    @Override
    protected Conversation clone() {
        try {
            return (Conversation) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the conversation is, with what the latest record of it says where nothing tells more. */
    Judgement judgement(Judgement alone, boolean tcp) {
        Side watchedSide = alone.watched();
        Side peerSide = watchedSide == Side.SOURCE ? Side.DESTINATION : Side.SOURCE;
        return switch (watched) {
            case UNTOLD -> new Judgement(alone.role(), Verdict.UNCERTAIN, watchedSide);
            case CLIENT -> new Judgement(new Role(peerSide, basis, confidence), Verdict.COINCIDENCE, watchedSide);
            case SERVER ->
                new Judgement(
                        new Role(watchedSide, basis, confidence),
                        PairEvidence.isAnswered(this, tcp) ? Verdict.SESSION : Verdict.PROBE,
                        watchedSide);
        };
    }

    boolean isWith(Parties parties) {
        return peerPort == parties.client().getPort()
                && peer.equals(parties.client().getAddress());
    }

    /** Takes in one more record, as it was judged by itself. */
    void add(Flow flow, Judgement alone, boolean serverAnswered) {
        start = Math.min(start, flow.startTime());
        end = Math.max(end, flow.endTime());
        count(flow, alone.watched());
        answered |= serverAnswered;
        Party told = told(alone.verdict());
        if (told != Party.UNTOLD && alone.role().confidence() > confidence) {
            tell(told, alone.role().basis(), alone.role().confidence());
        }
    }

    void tell(Party told, RoleBasis because, int sure) {
        watched = told;
        basis = because;
        confidence = sure;
    }

    private void count(Flow flow, Side watchedSide) {
        boolean fromWatchedSide = watchedSide == Side.SOURCE;
        if (fromWatchedSide) {
            fromWatched = added(fromWatched, flow.packets(), flow.bytes());
        } else {
            toWatched = added(toWatched, flow.packets(), flow.bytes());
        }
        if (flow.reversePackets() > 0 && fromWatchedSide) {
            toWatched = added(toWatched, flow.reversePackets(), flow.reverseBytes());
        } else if (flow.reversePackets() > 0) {
            fromWatched = added(fromWatched, flow.reversePackets(), flow.reverseBytes());
        }
    }

    private static Way added(@Nullable Way way, long packets, long bytes) {
        Way sum = way == null ? new Way() : way;
        sum.add(packets, Math.max(0, bytes));
        return sum;
    }

    private static Party told(Verdict verdict) {
        return switch (verdict) {
            case SESSION, PROBE -> Party.SERVER;
            case COINCIDENCE -> Party.CLIENT;
            case NONE, UNCERTAIN, ALLOWED -> Party.UNTOLD;
        };
    }
}
