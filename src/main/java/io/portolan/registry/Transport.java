package io.portolan.registry;

import io.portolan.flow.Protocols;
import org.jspecify.annotations.Nullable;

/** A transport protocol that has ports in the registry (RFC 6335 section 5). */
public enum Transport {
    TCP("tcp"),
    UDP("udp"),
    SCTP("sctp"),
    DCCP("dccp");

    private final String text;

    Transport(String text) {
        this.text = text;
    }

    /** Name in lower case, as the registry writes it. */
    public String text() {
        return text;
    }

    /**
     * Transport of an IANA protocol number; allocates nothing.
     *
     * @param protocol any number; UDP-Lite (136) uses the ports of UDP (RFC 3828 section 3)
     * @return null if the protocol has no ports in the registry
     */
    public static @Nullable Transport ofProtocol(int protocol) {
        return switch (protocol) {
            case Protocols.TCP -> TCP;
            case Protocols.UDP, Protocols.UDP_LITE -> UDP;
            case Protocols.DCCP -> DCCP;
            case Protocols.SCTP -> SCTP;
            default -> null;
        };
    }

    /**
     * Transport of a name, in any case.
     *
     * @throws IllegalArgumentException if there is no such transport; names the text and the choices
     */
    public static Transport parse(String text) {
        for (Transport transport : values()) {
            if (transport.text.equalsIgnoreCase(text)) {
                return transport;
            }
        }
        throw new IllegalArgumentException("unknown transport \"" + text + "\": expected tcp, udp, sctp or dccp");
    }

    @Override
    public String toString() {
        return text;
    }
}
