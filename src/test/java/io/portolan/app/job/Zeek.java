package io.portolan.app.job;

/** Entries of Zeek's conn.log, as JSON. */
public final class Zeek {
    /** When {@link #tcp} ends, milliseconds since the epoch. */
    public static final long END = 1_700_000_001_750L;

    private Zeek() {}

    public static String tcp(String orig, int origPort, String resp, int respPort, String state, String history) {
        return tcp("CtestA", orig, origPort, resp, respPort, state, history);
    }

    public static String tcp(
            String uid, String orig, int origPort, String resp, int respPort, String state, String history) {
        return """
                {"ts":1700000000.5,"uid":"%s","id.orig_h":"%s","id.orig_p":%d,"id.resp_h":"%s","id.resp_p":%d,\
                "proto":"tcp","duration":1.25,"orig_bytes":100,"resp_bytes":2000,"conn_state":"%s","history":"%s",\
                "orig_pkts":6,"orig_ip_bytes":412,"resp_pkts":5,"resp_ip_bytes":2260}""".formatted(uid, orig, origPort, resp, respPort, state, history);
    }
}
