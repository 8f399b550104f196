package io.portolan.judge;

import io.portolan.flow.Flow;

/**
 * What the mean size of one side's TCP packets can mean.
 *
 * @param mean bytes a packet, network-layer header included; 0 if it is not known
 * @param ipHeader bytes of an IP header without options
 */
public record PacketSize(double mean, int ipHeader) {
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;

    /** The 20 bytes of options with which systems of today send SYN, and Ethernet's padding of IPv4 to 64. */
    private static final int SYN_OPTIONS = 24;

    static PacketSize of(Flow flow, long packets, long bytes) {
        return of(flow.isIpv6(), packets, bytes);
    }

    /** The mean size of packets of which there were so many, with so many bytes; 0 or less of either is not known. */
    public static PacketSize of(boolean ipv6, long packets, long bytes) {
        boolean known = packets > 0 && bytes > 0;
        return new PacketSize(known ? (double) bytes / packets : 0, ipv6 ? IPV6_HEADER : IPV4_HEADER);
    }

    /** Whether no packet has options or data: an RST has neither, while every SYN has options. */
    public boolean isBareHeader() {
        return mean > 0 && mean <= ipHeader + TCP_HEADER;
    }

    /** Whether packets were larger than SYN on the whole, as they are with data. */
    public boolean isMoreThanSyn() {
        return mean > ipHeader + TCP_HEADER + SYN_OPTIONS;
    }
}
