package io.portolan.summary;

import io.portolan.flow.Flow;
import io.portolan.judge.Role;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.label.RegistryVersion;
import io.portolan.registry.Transport;
import io.portolan.schema.Side;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What is kept of answered flows until many are added to their servers at once. A flow is of another server than the flow before,
 * and when the next one of the same comes, the processor's cache has lost what is kept of it: added one by one, each flow would wait for
 * the memory several times (docs/adr/0036). These are numbers and bytes, since objects would be moved by the collector. Not for several
 * threads.
 */
final class PutAside {
    /** So many flows at most, each of some 70 bytes if its addresses are of IPv4. */
    static final int MOST = 16_384;

    private static final int SMALLEST = 256;
    private static final int NUMBERS = 4;
    private static final Transport[] TRANSPORTS = Transport.values();

    private int size;
    /** Bytes of the addresses. */
    private int text;
    /** Of each flow its start, its end, its bytes, and {@link #packed}. */
    private long[] numbers = new long[NUMBERS * SMALLEST];

    /** Of each flow that of its server and that of its client. */
    private byte[] addresses = new byte[2 * Flow.LONGEST_ADDRESS];

    private Label[] labels = new Label[SMALLEST];
    private Role[] roles = new Role[SMALLEST];
    private RegistryVersion[] versions = new RegistryVersion[SMALLEST];

    boolean isFull() {
        return size == MOST;
    }

    /** Puts a flow aside whose transport has ports and whose server is told. */
    void add(LabelledFlow labelled, Transport transport, Role role) {
        makeRoom();
        Flow flow = labelled.flow();
        boolean isSource = role.server() == Side.SOURCE;
        int server = isSource ? flow.copySrcAddress(addresses, text) : flow.copyDstAddress(addresses, text);
        text += server;
        int client = isSource ? flow.copyDstAddress(addresses, text) : flow.copySrcAddress(addresses, text);
        text += client;
        int at = NUMBERS * size;
        numbers[at] = flow.startTime();
        numbers[at + 1] = flow.endTime();
        numbers[at + 2] = Sums.bytes(flow);
        numbers[at + 3] = packed(isSource ? flow.srcPort() : flow.dstPort(), transport, server, client);
        labels[size] = isSource ? labelled.src() : labelled.dst();
        roles[size] = role;
        versions[size] = labelled.version();
        size++;
    }

    /** Hands over all flows in the order in which they came, and forgets them. */
    void take(Consumer<ServedFlow> each) {
        int from = 0;
        for (int i = 0; i < size; i++) {
            int at = NUMBERS * i;
            long packed = numbers[at + 3];
            int server = (int) packed & 0xff;
            int client = (int) (packed >> 8) & 0xff;
            each.accept(new ServedFlow(
                    text(from, server),
                    (int) (packed >> 32),
                    TRANSPORTS[(int) (packed >> 16) & 0xff],
                    text(from + server, client),
                    numbers[at],
                    numbers[at + 1],
                    numbers[at + 2],
                    labels[i],
                    roles[i],
                    versions[i]));
            from += server + client;
        }
        size = 0;
        text = 0;
    }

    private static long packed(int port, Transport transport, int server, int client) {
        return (long) port << 32 | (long) transport.ordinal() << 16 | (long) client << 8 | server;
    }

    private String text(int from, int length) {
        return new String(addresses, from, length, StandardCharsets.ISO_8859_1);
    }

    private void makeRoom() {
        if (size == labels.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            labels = Arrays.copyOf(labels, 2 * size);
            roles = Arrays.copyOf(roles, 2 * size);
            versions = Arrays.copyOf(versions, 2 * size);
        }
        if (addresses.length - text < 2 * Flow.LONGEST_ADDRESS) {
            addresses = Arrays.copyOf(addresses, 2 * addresses.length);
        }
    }
}
