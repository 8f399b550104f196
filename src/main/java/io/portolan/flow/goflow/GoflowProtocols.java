package io.portolan.flow.goflow;

import io.portolan.flow.Protocols;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.text.Decimals;
import java.util.OptionalInt;

/** The protocols as goflow2 writes them: version 1 their numbers, later ones names, the first of those five names only. */
final class GoflowProtocols {
    /** Stands for a protocol that the message does not name, or by a word that stands for several. */
    static final int UNNAMED = -1;

    private GoflowProtocols() {}

    /** The number of a name or number; {@link #UNNAMED} for an empty text. */
    static int number(String text) throws UnreadableFlowException {
        int special = ofSpecialName(text);
        if (special != 0) {
            return special;
        }
        OptionalInt known = Protocols.ofKeyword(text);
        if (known.isPresent()) {
            return named(known.getAsInt());
        }
        String field = GoflowFormat.PROTO.name();
        if (!Character.isDigit(text.charAt(0))) {
            throw UnreadableFlowException.field(field, text, "neither a protocol's number nor a name of goflow2");
        }
        return named(Decimals.small(field, Decimals.exact(field, text)));
    }

    /** 0 is what an exporter sends that does not tell the protocol; as an upper protocol IPv6's options never occur. */
    private static int named(int number) {
        return number == 0 ? UNNAMED : number;
    }

    /** Names that are not IANA's keywords ({@code producer/proto/render.go}); 0 for others. */
    private static int ofSpecialName(String text) {
        return switch (text) {
            case "", "unknown", "unassigned", "experimental" -> UNNAMED;
            case "Min-IPv4" -> 55;
            case "any-host-internal-protocol" -> 61;
            case "any-local-network" -> 63;
            case "any-distributed-file-system" -> 68;
            case "any-private-encryption-scheme" -> 99;
            case "any-0-hop-protocol" -> 114;
            case "ISIS over IPv4" -> 124;
            case "Mobility Header" -> 135;
            case "reserved" -> 255;
            default -> 0;
        };
    }
}
