package io.portolan.flow.zeek;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/** A log of Zeek's made at random, and what has to come out of it: in one form or the other, about one line in ten is malformed. */
public final class ConnLog {
    private static final List<String> NAMES = List.of(
            "ts",
            "uid",
            "id.orig_h",
            "id.orig_p",
            "id.resp_h",
            "id.resp_p",
            "proto",
            "conn_state",
            "orig_pkts",
            "orig_ip_bytes",
            "resp_pkts",
            "resp_ip_bytes");

    private static final String HEADER = "#separator \\x09\n#path\tconn\n#fields\t" + String.join("\t", NAMES) + "\n";
    private static final int HEADER_LINES = 3;

    /** What is put into a column so that the line is no flow: the column, and the value. */
    private static final List<String[]> WRONG = List.of(
            new String[] {"ts", "now"},
            new String[] {"id.orig_h", "192.0.2.300"},
            new String[] {"id.orig_p", "70000"},
            new String[] {"id.resp_p", "-1"},
            new String[] {"proto", "tpc"},
            new String[] {"orig_pkts", "many"},
            new String[] {"resp_ip_bytes", "-5"});

    private final StringBuilder text = new StringBuilder();
    private final Random random;
    private final boolean json;
    private long flows;
    private long malformed;
    private long headers;
    private long ports;
    private long packets;
    private long bytes;

    private ConnLog(long seed, boolean json) {
        this.random = new Random(seed);
        this.json = json;
    }

    /** A log of at least so many lines; TSV has its header anew now and then, as logs that are joined have. */
    public static ConnLog of(int lines, long seed, boolean json) {
        ConnLog log = new ConnLog(seed, json);
        while (log.lines() < lines) {
            log.addLine();
        }
        return log;
    }

    private void addLine() {
        if (!json && (headers == 0 || random.nextInt(1_000) == 0)) {
            text.append(HEADER);
            headers += HEADER_LINES;
        }
        int kind = random.nextInt(20);
        if (kind == 0) {
            addCutLine();
        } else if (kind == 1) {
            addWrongLine();
        } else {
            addFlow();
        }
    }

    private void addFlow() {
        String[] values = values();
        ports += Long.parseLong(values[3]) + Long.parseLong(values[5]);
        packets += Long.parseLong(values[8]);
        bytes += Long.parseLong(values[9]);
        flows++;
        text.append(line(values)).append('\n');
    }

    private void addCutLine() {
        String line = line(values());
        int end = json ? 1 + random.nextInt(line.length() - 1) : line.lastIndexOf('\t');
        text.append(line, 0, end).append('\n');
        malformed++;
    }

    private void addWrongLine() {
        String[] values = values();
        String[] wrong = WRONG.get(random.nextInt(WRONG.size()));
        values[NAMES.indexOf(wrong[0])] = wrong[1];
        text.append(line(values)).append('\n');
        malformed++;
    }

    private String[] values() {
        return new String[] {
            String.format(Locale.ROOT, "%d.%06d", 1_700_000_000 + random.nextInt(1_000_000), random.nextInt(1_000_000)),
            "C" + Long.toString(random.nextLong() & Long.MAX_VALUE, Character.MAX_RADIX),
            random.nextBoolean()
                    ? "192.0.2." + random.nextInt(256)
                    : "2001:db8::" + Integer.toHexString(random.nextInt(65_536)),
            Integer.toString(random.nextInt(65_536)),
            "198.51.100." + random.nextInt(256),
            Integer.toString(random.nextInt(65_536)),
            random.nextBoolean() ? "tcp" : "udp",
            random.nextBoolean() ? "SF" : "S0",
            Integer.toString(random.nextInt(1_000)),
            Long.toString(random.nextLong(1L << 40)),
            Integer.toString(random.nextInt(1_000)),
            Long.toString(random.nextLong(1L << 40))
        };
    }

    private String line(String[] values) {
        if (!json) {
            return String.join("\t", values);
        }
        StringJoiner object = new StringJoiner(",", "{", "}");
        for (int i = 0; i < values.length; i++) {
            boolean number = values[i].matches("-?\\d+(\\.\\d+)?");
            object.add('"' + NAMES.get(i) + "\":" + (number ? values[i] : '"' + values[i] + '"'));
        }
        return object.toString();
    }

    public String text() {
        return text.toString();
    }

    public long lines() {
        return flows + malformed + headers;
    }

    public long flows() {
        return flows;
    }

    public long malformed() {
        return malformed;
    }

    /** Lines that are no flow and no fault. */
    public long headers() {
        return headers;
    }

    /** Sum of both ports of all flows. */
    public long ports() {
        return ports;
    }

    /** Sum over all flows, from originator to responder. */
    public long packets() {
        return packets;
    }

    /** As {@link #packets}. */
    public long bytes() {
        return bytes;
    }
}
