package io.portolan.chaos;

import io.portolan.app.job.Zeek;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A made-up conn.log of Zeek in which each flow is the session of a server on port 1274 that was not seen before. */
final class ServerScript {
    private static final int PARTITIONS = 6;
    private static final long BEGIN = 1_700_000_000L;
    private static final long SPAN = 40 * 60;
    private static final long LATER = 4 * 3_600;
    private static final String TIME = "\"ts\":" + BEGIN + ".5";
    private static final int LOW_BITS = 15;
    private static final Pattern SERVER = Pattern.compile("2001:db8:([0-9a-f]+):([0-9a-f]+)::1");

    private final int servers;

    ServerScript(int servers) {
        this.servers = servers;
    }

    int servers() {
        return servers;
    }

    int partitions() {
        return PARTITIONS;
    }

    /** The session of the server of this number, from 0. All of them come within forty minutes, so that every story is open then. */
    Line line(int number) {
        String server = "2001:db8:%x:%x::1".formatted(1 + (number >> LOW_BITS), 1 + (number & ((1 << LOW_BITS) - 1)));
        String client = "198.51.100." + number % 200;
        return line(
                number % PARTITIONS,
                Zeek.tcp("C" + number, client, 40_000 + number % 20_000, server, 1274, "SF", "ShADadFf"),
                BEGIN + SPAN * number / servers);
    }

    /** A flow hours later, for each partition: every story has ended by then. */
    Line last(int partition) {
        return line(
                partition,
                Zeek.tcp("L" + partition, "198.51.100.7", 40_000, "192.0.2.10", 443, "SF", "ShADadFf"),
                BEGIN + LATER);
    }

    /** The number of the server that a key of an output names. */
    static int number(String key) {
        Matcher server = SERVER.matcher(key);
        if (!server.find()) {
            throw new AssertionError("no server of the script: " + key);
        }
        return ((Integer.parseInt(server.group(1), 16) - 1) << LOW_BITS) + Integer.parseInt(server.group(2), 16) - 1;
    }

    private static Line line(int partition, String flow, long second) {
        byte[] value = flow.replace(TIME, "\"ts\":" + second + ".5").getBytes(StandardCharsets.UTF_8);
        return new Line(partition, value, 1, 0);
    }
}
