package io.portolan.app.evaluate;

import io.portolan.registry.Transport;
import java.util.Optional;

/**
 * What is known of a conversation, or of several alike.
 *
 * @param client one that opened; an empty part stands for any
 * @param server one that was contacted
 * @param transport a protocol with ports
 * @param truth what it is, never NONE
 */
public record KnownConversation(Ends client, Ends server, Transport transport, Finding truth) {
    /**
     * Endpoints alike.
     *
     * @param address empty for any
     * @param port empty for any
     */
    public record Ends(Optional<String> address, Optional<Integer> port) {
        public Ends {
            address = address.map(Party::plain);
        }

        Optional<Party> exact() {
            return address.flatMap(host -> port.map(number -> new Party(host, number)));
        }

        boolean hold(Party party) {
            return address.filter(a -> !a.equals(party.address())).isEmpty()
                    && port.filter(p -> p != party.port()).isEmpty();
        }
    }

    /** The one conversation that it speaks of; empty if it speaks of several. */
    Optional<Conversation> exact() {
        return client.exact()
                .flatMap(opener -> server.exact().map(contacted -> Conversation.of(transport, opener, contacted)));
    }

    /** Whether it speaks of the conversation, whichever side the log had first. */
    public boolean holds(Conversation conversation) {
        return transport == conversation.transport()
                && (holds(conversation.low(), conversation.high()) || holds(conversation.high(), conversation.low()));
    }

    private boolean holds(Party opener, Party contacted) {
        return client.hold(opener) && server.hold(contacted);
    }
}
