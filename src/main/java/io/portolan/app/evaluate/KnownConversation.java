package io.portolan.app.evaluate;

import java.util.Optional;

/**
 * What is known of a conversation, or of several alike.
 *
 * @param client one that opened; an empty part stands for any
 * @param server one that was contacted
 * @param protocol IANA number
 * @param truth what it is, never NONE
 */
public record KnownConversation(Ends client, Ends server, int protocol, Finding truth) {
    /**
     * Endpoints alike.
     *
     * @param address empty for any
     * @param port empty for any
     */
    public record Ends(Optional<String> address, Optional<Integer> port) {
        boolean hold(Party party) {
            return address.filter(a -> !a.equals(party.address())).isEmpty()
                    && port.filter(p -> p != party.port()).isEmpty();
        }
    }

    /** Whether it speaks of the conversation, whichever side the log had first. */
    public boolean holds(Conversation conversation) {
        return protocol == conversation.protocol()
                && (holds(conversation.low(), conversation.high()) || holds(conversation.high(), conversation.low()));
    }

    private boolean holds(Party opener, Party contacted) {
        return client.hold(opener) && server.hold(contacted);
    }
}
