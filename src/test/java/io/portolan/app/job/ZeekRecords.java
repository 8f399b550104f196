package io.portolan.app.job;

/** Hand-written records of Zeek's conn.log. */
final class ZeekRecords {
    private ZeekRecords() {}

    static String tcp(String uid, String client, int clientPort, String server, int serverPort, String state) {
        String history = state.equals("REJ") ? "Sr" : "ShADadFf";
        return """
                {"ts":1700000000.5,"uid":"%s","id.orig_h":"%s","id.orig_p":%d,"id.resp_h":"%s","id.resp_p":%d,\
                "proto":"tcp","duration":1.25,"orig_bytes":100,"resp_bytes":2000,"conn_state":"%s","history":"%s",\
                "orig_pkts":6,"orig_ip_bytes":412,"resp_pkts":5,"resp_ip_bytes":2260}""".formatted(uid, client, clientPort, server, serverPort, state, history);
    }
}
