package io.portolan.flow;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** Checks the text form of IP addresses: IPv4 in dotted decimal, IPv6 as in RFC 4291 section 2.2, without zone. */
public final class Addresses {
    private static final int GROUPS = 8;
    private static final int LONGEST_GROUP = 4;

    private Addresses() {}

    /** Whether the text is an IPv4 or IPv6 address, and no name or network. */
    public static boolean isAddress(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return isAddress(bytes, 0, bytes.length);
    }

    /**
     * The address of a literal. IPv6 addresses of IPv4 (RFC 4291 section 2.5.5.2) become those of IPv4.
     *
     * @throws IllegalArgumentException if the text is no address; no name is ever resolved
     */
    public static InetAddress parse(String literal) {
        if (!isAddress(literal)) {
            throw new IllegalArgumentException(literal + " is not an IP address");
        }
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal + " is not an IP address", e);
        }
    }

    /** Whether the bytes are an IPv4 or IPv6 address. */
    static boolean isAddress(byte[] text, int offset, int length) {
        return hasOctets(text, offset, offset + length) || hasGroups(text, offset, offset + length);
    }

    /** Whether the bytes, if they are an address at all, are one of IPv6: its first group has four digits at most. */
    static boolean isIpv6(byte[] text, int offset, int length) {
        int end = offset + Math.min(length, LONGEST_GROUP + 1);
        for (int i = offset; i < end; i++) {
            if (text[i] == ':') {
                return true;
            }
        }
        return false;
    }

    /** A leading zero is refused, as by inet_pton: it makes an octet octal to some readers (RFC 6943 section 3.1.1). */
    private static boolean hasOctets(byte[] text, int start, int end) {
        int octets = 0;
        int digits = 0;
        int value = 0;
        for (int i = start; i < end; i++) {
            byte c = text[i];
            if (c >= '0' && c <= '9') {
                boolean leadingZero = digits > 0 && value == 0;
                value = value * 10 + (c - '0');
                digits++;
                if (leadingZero || value > 255) {
                    return false;
                }
            } else if (c == '.' && digits > 0 && octets < 3) {
                octets++;
                digits = 0;
                value = 0;
            } else {
                return false;
            }
        }
        return octets == 3 && digits > 0;
    }

    private static boolean hasGroups(byte[] text, int start, int end) {
        int groups = 0;
        boolean gap = false;
        int i = start;
        if (i + 1 < end && text[i] == ':' && text[i + 1] == ':') {
            gap = true;
            i += 2;
        }
        while (i < end) {
            int groupEnd = groupEnd(text, i, end);
            if (groupEnd < end && text[groupEnd] == '.') {
                groups += 2;
                return hasOctets(text, i, end) && complete(groups, gap);
            }
            if (groupEnd == i || groupEnd - i > LONGEST_GROUP) {
                return false;
            }
            groups++;
            i = groupEnd;
            if (i == end) {
                break;
            }
            if (text[i] != ':' || ++i == end) {
                return false;
            }
            if (text[i] == ':') {
                if (gap) {
                    return false;
                }
                gap = true;
                i++;
            }
        }
        return complete(groups, gap);
    }

    private static int groupEnd(byte[] text, int start, int end) {
        int i = start;
        while (i < end && Character.digit(text[i], 16) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean complete(int groups, boolean gap) {
        return gap ? groups < GROUPS : groups == GROUPS;
    }
}
