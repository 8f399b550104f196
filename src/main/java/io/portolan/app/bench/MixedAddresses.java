package io.portolan.app.bench;

import java.util.SplittableRandom;

/** Addresses of documentation (RFC 5737, RFC 3849) in the place of real ones: many clients, fewer servers. */
final class MixedAddresses {
    private final SplittableRandom random;

    MixedAddresses(SplittableRandom random) {
        this.random = random;
    }

    String client(boolean ipv6) {
        return ipv6
                ? "2001:db8:" + hex() + ":" + hex() + "::" + hex()
                : (random.nextBoolean() ? "198.51.100." : "203.0.113.") + random.nextInt(1, 255);
    }

    /** Which of the servers, from 1. */
    int serverNumber(boolean ipv6) {
        return random.nextInt(1, ipv6 ? 64 : 250);
    }

    String server(boolean ipv6, int number) {
        return ipv6 ? "2001:db8::" + Integer.toHexString(number) : "192.0.2." + number;
    }

    private String hex() {
        return Integer.toHexString(random.nextInt(1, 0x10000));
    }
}
