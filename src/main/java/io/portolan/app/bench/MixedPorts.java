package io.portolan.app.bench;

import io.portolan.flow.Protocols;
import java.util.List;
import java.util.SplittableRandom;

/** Which ports flows have, by shares as edge and campus networks report them. */
final class MixedPorts {
    private static final int WATCHED_PORT = 1274;
    private static final int FIRST_EPHEMERAL = 32_768;
    private static final int LAST_OF_LINUX = 60_999;
    private static final int FIRST_DYNAMIC = 49_152;
    private static final int FIRST_REGISTERED = 1_024;
    private static final int PORTS = 65_536;

    private static final List<Share> SHARES = List.of(
            tcp(443, 310),
            udp(53, 215),
            tcp(80, 75),
            udp(443, 70),
            udp(123, 30),
            tcp(22, 30),
            tcp(3389, 20),
            tcp(445, 25),
            tcp(25, 8),
            tcp(587, 5),
            tcp(993, 10),
            tcp(389, 8),
            tcp(636, 4),
            tcp(88, 8),
            tcp(135, 6),
            tcp(3306, 6),
            tcp(5432, 8),
            tcp(1433, 4),
            tcp(6379, 6),
            tcp(8080, 12),
            tcp(8443, 8),
            tcp(9092, 6),
            tcp(23, 8),
            udp(161, 8),
            udp(514, 10),
            udp(137, 6),
            udp(1900, 4),
            udp(5353, 6),
            udp(3478, 6),
            udp(500, 3),
            tcp(53, 4),
            tcp(853, 3),
            tcp(5900, 2),
            tcp(1883, 2));
    private static final int LISTED = SHARES.stream().mapToInt(Share::share).sum();
    /** Beside those, of either of the following sorts. */
    private static final int PORTS_A_HOST = 3;
    /** Any registered port, in either transport. */
    private static final int REGISTERED = 40;
    /** Any higher one, as between peers. */
    private static final int PEERS = 30;

    private static final int ICMP = 40;

    private final SplittableRandom random;
    private final double watched;

    /** @param watched share of flows that touch the watched port, 0 to 1 */
    MixedPorts(SplittableRandom random, double watched) {
        this.random = random;
        this.watched = watched;
    }

    /** The ends of a flow; 0 each where the protocol has no ports. */
    record Ports(int protocol, int client, int server) {}

    private record Share(int protocol, int port, int share) {}

    private static Share tcp(int port, int share) {
        return new Share(Protocols.TCP, port, share);
    }

    private static Share udp(int port, int share) {
        return new Share(Protocols.UDP, port, share);
    }

    /**
     * The ports of a flow.
     *
     * @param server number of the host, which listens on the same few ports beside those that are well known
     */
    Ports next(boolean ipv6, int server) {
        if (random.nextDouble() < watched) {
            return watched();
        }
        int of = random.nextInt(LISTED + REGISTERED + PEERS + ICMP);
        for (Share share : SHARES) {
            of -= share.share();
            if (of < 0) {
                return new Ports(share.protocol(), ephemeral(), share.port());
            }
        }
        if (of < ICMP) {
            return new Ports(ipv6 ? Protocols.ICMPV6 : Protocols.ICMP, 0, 0);
        }
        boolean registered = of < ICMP + REGISTERED;
        int lowest = registered ? FIRST_REGISTERED : FIRST_EPHEMERAL;
        int end = registered ? FIRST_EPHEMERAL : PORTS;
        int listens =
                new SplittableRandom((long) server * PORTS_A_HOST + random.nextInt(PORTS_A_HOST)).nextInt(lowest, end);
        return new Ports(listens % 3 == 0 ? Protocols.UDP : Protocols.TCP, ephemeral(), listens);
    }

    /** As often a client's port by chance as that of a server. */
    private Ports watched() {
        return random.nextBoolean()
                ? new Ports(Protocols.TCP, ephemeral(), WATCHED_PORT)
                : new Ports(Protocols.TCP, WATCHED_PORT, 443);
    }

    /** Of Linux mostly, of other systems sometimes. */
    private int ephemeral() {
        return random.nextInt(10) < 7
                ? random.nextInt(FIRST_EPHEMERAL, LAST_OF_LINUX + 1)
                : random.nextInt(FIRST_DYNAMIC, PORTS);
    }
}
