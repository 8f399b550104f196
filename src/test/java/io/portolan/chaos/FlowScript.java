package io.portolan.chaos;

import java.nio.charset.StandardCharsets;

/**
 * A made-up conn.log of Zeek that is the same each time: most of it plain traffic; sessions on port 1274 whose stories grow for
 * forty minutes of event time; scanners; records of two flows, records of which one half is bad, and records that are no flow.
 */
final class FlowScript {
    private static final int PARTITIONS = 6;
    private static final long BEGIN = 1_700_000_000_000L;
    private static final long SPAN = 40 * 60_000L;
    private static final long LATER = 4 * 3_600_000L;
    private static final int KINDS = 100;
    private static final int SERVERS = 6;
    private static final int CLIENTS = 40;
    private static final int SCANNERS = 5;

    private final int records;

    /** @param records that the log has, beside one a partition with which all stories end */
    FlowScript(int records) {
        this.records = records;
    }

    int records() {
        return records;
    }

    /** The record of this number, from 0. */
    Line line(int number) {
        int partition = number % PARTITIONS;
        int round = number / PARTITIONS;
        return switch (round % KINDS) {
            case 3, 23, 43, 63, 83 -> one(partition, session(number, partition, round / KINDS));
            case 5, 45, 85 -> one(partition, probe(number, partition, round));
            case 7 -> line(partition, web(number) + "\n" + web(number), 2, 0);
            case 8 -> line(partition, web(number) + "\n{\"no\":\"flow\"}", 1, 1);
            case 9, 59 -> line(partition, "no flow " + number, 0, 1);
            default -> one(partition, web(number));
        };
    }

    /** A flow hours later, for each partition: every story has ended by then. */
    Line last(int partition) {
        return one(partition, flow("L" + partition, BEGIN + LATER, "198.51.100.7", 40_000, "192.0.2.10", 443, "SF"));
    }

    int partitions() {
        return PARTITIONS;
    }

    private String web(int number) {
        return flow(
                "C" + number,
                time(number),
                "198.51.100." + number % 200,
                1024 + number % 60_000,
                "192.0.2.10",
                443,
                "SF");
    }

    /** Each client stays in one partition as well: whatever its flows add up to is read in one order. */
    private String session(int number, int partition, int round) {
        String server = "192.0.2." + (50 + partition + PARTITIONS * (round % SERVERS));
        String client = "198.51.100." + (partition + PARTITIONS * (round % CLIENTS));
        return flow("S" + number, time(number), client, 40_000 + number % 20_000, server, 1274, "SF");
    }

    private String probe(int number, int partition, int round) {
        String scanner = "2001:db8:f::" + Integer.toHexString(partition + PARTITIONS * (round % SCANNERS));
        String target = "2001:db8::%x:%x".formatted(partition, round % 60_000);
        return flow("P" + number, time(number), scanner, 50_000 + number % 10_000, target, 1274, "S0");
    }

    private long time(int number) {
        return BEGIN + SPAN * number / Math.max(records, 1);
    }

    private static Line one(int partition, String text) {
        return line(partition, text, 1, 0);
    }

    private static Line line(int partition, String text, int flows, int letters) {
        return new Line(partition, text.getBytes(StandardCharsets.UTF_8), flows, letters);
    }

    private static String flow(
            String uid, long time, String client, int clientPort, String server, int serverPort, String state) {
        boolean answered = state.equals("SF");
        return """
                {"ts":%d.%03d,"uid":"%s","id.orig_h":"%s","id.orig_p":%d,"id.resp_h":"%s","id.resp_p":%d,"proto":"tcp",\
                "duration":0.5,"orig_bytes":100,"resp_bytes":%d,"conn_state":"%s","history":"%s","orig_pkts":6,\
                "orig_ip_bytes":412,"resp_pkts":%d,"resp_ip_bytes":%d}""".formatted(
                        time / 1000,
                        time % 1000,
                        uid,
                        client,
                        clientPort,
                        server,
                        serverPort,
                        answered ? 2000 : 0,
                        state,
                        answered ? "ShADadFf" : "S",
                        answered ? 5 : 0,
                        answered ? 2260 : 0);
    }
}
