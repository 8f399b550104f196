package io.portolan.flow.text;

import io.portolan.flow.UnreadableFlowException;
import java.util.Base64;

/** Writes IP addresses as text: IPv4 in dotted decimal, IPv6 as in RFC 5952. */
public final class AddressText {
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int GROUPS = 8;
    private static final int MAPPED_BYTES = 12;

    private AddressText() {}

    /**
     * The text of four or sixteen bytes; an IPv4 address within IPv6 (RFC 4291 section 2.5.5.2) is written as IPv4.
     *
     * @param field the source's name, for the message
     * @throws UnreadableFlowException if there are more or fewer bytes
     */
    public static String of(String field, byte[] address) throws UnreadableFlowException {
        if (address.length == IPV4_BYTES) {
            return ipv4(address, 0);
        }
        if (address.length == IPV6_BYTES) {
            return isMapped(address) ? ipv4(address, MAPPED_BYTES) : ipv6(address);
        }
        throw UnreadableFlowException.field(field, address.length + " bytes", "an IP address has 4 or 16");
    }

    /** As {@link #of(String, byte[])}, of bytes in base64. */
    public static String ofBase64(String field, String text) throws UnreadableFlowException {
        try {
            return of(field, Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw UnreadableFlowException.field(field, text, "neither an IP address nor base64 of one");
        }
    }

    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < MAPPED_BYTES; i++) {
            if (address[i] != (i < MAPPED_BYTES - 2 ? 0 : (byte) 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static String ipv4(byte[] address, int from) {
        StringBuilder text = new StringBuilder(15);
        for (int i = from; i < from + IPV4_BYTES; i++) {
            text.append(i > from ? "." : "").append(address[i] & 0xff);
        }
        return text.toString();
    }

    private static String ipv6(byte[] address) {
        int gap = 0;
        int gapEnd = 0;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && group(address, end) == 0) {
                end++;
            }
            // Of two gaps of one length the first is shortened, and a single group is not (RFC 5952 section 4.2).
            if (end - i > Math.max(gapEnd - gap, 1)) {
                gap = i;
                gapEnd = end;
            }
            i = Math.max(i, end);
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap && gapEnd > gap) {
                text.append("::");
                i = gapEnd - 1;
            } else {
                text.append(i > 0 && i != gapEnd ? ":" : "").append(Integer.toHexString(group(address, i)));
            }
        }
        return text.toString();
    }

    private static int group(byte[] address, int index) {
        return ((address[2 * index] & 0xff) << 8) | (address[2 * index + 1] & 0xff);
    }
}
