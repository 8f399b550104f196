package io.portolan.summary;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import io.portolan.registry.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Servers by address, port and transport, in the order in which they came. Nearly every flow is of another one than the flow before,
 * and what is kept of it has left the processor's cache meanwhile: so each is found in two steps, by a number that it has in itself,
 * where a {@code HashMap} goes by way of its entry, the key and the key's text. Not for several threads.
 */
final class SeenServers {
    private static final int SMALLEST = 64;
    /** Odd, and with its bits spread over all 64: 2<sup>64</sup> divided by the golden ratio. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** Nobody who chooses addresses knows where they come to stand. */
    private final Hasher64 hasher =
            Hashing.komihash5_0(ThreadLocalRandom.current().nextLong());

    private final List<SeenServer> inOrder = new ArrayList<>();
    /** Each server at the first free place from that of its number on; a power of two, of which half are free at least. */
    private @Nullable SeenServer[] places = new SeenServer[SMALLEST];

    /** What is kept of a server, nothing yet if it is new. */
    SeenServer of(String address, int port, Transport transport) {
        long number = hasher.hashCharsToLong(address) + SPREAD * ((long) port << Byte.SIZE | transport.ordinal());
        int place = place(number);
        for (SeenServer there = places[place]; there != null; there = places[place]) {
            if (there.is(number, address, port, transport)) {
                return there;
            }
            place = place(place + 1L);
        }
        return add(new SeenServer(number, address, port, transport), place);
    }

    /** All of them. */
    List<SeenServer> all() {
        return inOrder;
    }

    void clear() {
        inOrder.clear();
        Arrays.fill(places, null);
    }

    private SeenServer add(SeenServer server, int place) {
        places[place] = server;
        inOrder.add(server);
        if (inOrder.size() > places.length / 2) {
            places = new SeenServer[places.length * 2];
            inOrder.forEach(one -> places[free(one.number())] = one);
        }
        return server;
    }

    private int free(long number) {
        int place = place(number);
        while (places[place] != null) {
            place = place(place + 1L);
        }
        return place;
    }

    private int place(long number) {
        return (int) number & (places.length - 1);
    }
}
