package io.portolan.registry;

import org.jspecify.annotations.Nullable;

/** A transport protocol that has ports in the registry (RFC 6335 section 5). */
public enum Transport {
    TCP("tcp", 6),
    UDP("udp", 17),
    SCTP("sctp", 132),
    DCCP("dccp", 33);

    private final String text;
    private final int protocol;

    Transport(String text, int protocol) {
        this.text = text;
        this.protocol = protocol;
    }

    /** Name in lower case, as the registry writes it. */
    public String text() {
        return text;
    }

    /** IANA protocol number, 0-255. */
    public int protocol() {
        return protocol;
    }

    /**
     * Transport of an IANA protocol number; allocates nothing.
     *
     * @param protocol any number; UDP-Lite (136) uses the ports of UDP (RFC 3828 section 3)
     * @return null if the protocol has no ports in the registry
     */
    public static @Nullable Transport ofProtocol(int protocol) {
        return switch (protocol) {
            case 6 -> TCP;
            case 17, 136 -> UDP;
            case 33 -> DCCP;
            case 132 -> SCTP;
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
