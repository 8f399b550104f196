package io.portolan.alert.story;

import io.portolan.alert.story.Conversation.Party;
import io.portolan.judge.Evidence;
import io.portolan.judge.PacketSize;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells from several records together what none of them tells by itself. */
final class PairEvidence {
    private static final int MANY = 5;

    private PairEvidence() {}

    /** Looks at a conversation of which no record told the roles; {@code all} are those of the same endpoint. */
    static void tell(Conversation conversation, List<Conversation> all, boolean tcp) {
        if (tcp && bothWays(conversation)) {
            tellByRefusal(conversation);
        }
        if (conversation.watched == Party.UNTOLD && isContactedByMany(all, tcp)) {
            tell(conversation, Party.SERVER, Evidence.MANY_CLIENTS);
        }
    }

    /** Whether the watched endpoint, as the server, sent more than a refusal. */
    static boolean isAnswered(Conversation conversation, boolean tcp) {
        if (conversation.answered || !bothWays(conversation)) {
            return conversation.answered;
        }
        return !tcp || !sentBareHeaders(conversation.fromWatched, conversation) || hasData(conversation);
    }

    /** A SYN has options and an RST has none: who sent nothing but bare headers refused the other. */
    private static void tellByRefusal(Conversation conversation) {
        boolean refused = sentBareHeaders(conversation.fromWatched, conversation)
                && sentSynsOnly(conversation.toWatched, conversation);
        boolean wasRefused = sentBareHeaders(conversation.toWatched, conversation)
                && sentSynsOnly(conversation.fromWatched, conversation);
        if (refused) {
            tell(conversation, Party.SERVER, Evidence.PAIR_REFUSED);
        } else if (wasRefused) {
            tell(conversation, Party.CLIENT, Evidence.PAIR_REFUSED);
        }
    }

    /**
     * Servers keep one port while their clients come from ports at random; a client that kept a port would find its
     * servers on ports of theirs, and one that tries ports is refused.
     */
    private static boolean isContactedByMany(List<Conversation> all, boolean tcp) {
        Set<String> clients = new HashSet<>();
        Set<Integer> ports = new HashSet<>();
        int answered = 0;
        for (Conversation each : all) {
            if (each.watched == Party.CLIENT || !each.peerAtRandom) {
                return false;
            }
            if (each.toWatched != null) {
                clients.add(each.peer);
                ports.add(each.peerPort);
                answered += isAnswered(each, tcp) ? 1 : 0;
            }
        }
        return ports.size() >= MANY && (clients.size() >= MANY || answered >= MANY);
    }

    private static void tell(Conversation conversation, Party party, Evidence evidence) {
        conversation.tell(party, evidence.basis(), evidence.confidence());
    }

    private static boolean bothWays(Conversation conversation) {
        return conversation.toWatched != null && conversation.fromWatched != null;
    }

    private static boolean sentBareHeaders(Way way, Conversation conversation) {
        return way.size(conversation.ipv6).isBareHeader();
    }

    private static boolean sentSynsOnly(Way way, Conversation conversation) {
        PacketSize size = way.size(conversation.ipv6);
        return size.mean() > 0 && !size.isBareHeader() && !size.isMoreThanSyn();
    }

    private static boolean hasData(Conversation conversation) {
        return conversation.toWatched.size(conversation.ipv6).isMoreThanSyn();
    }
}
