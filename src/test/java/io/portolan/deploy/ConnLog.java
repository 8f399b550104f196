package io.portolan.deploy;

import java.util.List;
import java.util.stream.IntStream;

/** Entries of Zeek's conn.log, as JSON. */
final class ConnLog {
    private ConnLog() {}

    /** Answered connections from one client to one port, each from a port of its own. */
    static List<String> sessions(int count, String client, String server, int port) {
        return IntStream.range(0, count)
                .mapToObj(number -> """
                        {"ts":1700000000.5,"uid":"C%d","id.orig_h":"%s","id.orig_p":%d,"id.resp_h":"%s","id.resp_p":%d,\
                        "proto":"tcp","duration":1.25,"orig_bytes":100,"resp_bytes":2000,"conn_state":"SF",\
                        "history":"ShADadFf","orig_pkts":6,"orig_ip_bytes":412,"resp_pkts":5,"resp_ip_bytes":2260}""".formatted(number, client, 50_000 + number, server, port))
                .toList();
    }
}
