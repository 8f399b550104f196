package io.portolan.registry;

/** The ports of one row: a single one, or a range such as 6000-6063; both ends are in it. */
record PortSpan(int first, int last) {

    /** @throws IllegalArgumentException if the text is neither; names the cause */
    static PortSpan parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            int port = PortKey.parsePort(text);
            return new PortSpan(port, port);
        }
        int first = PortKey.parsePort(text.substring(0, dash).strip());
        int last = PortKey.parsePort(text.substring(dash + 1).strip());
        if (last < first) {
            throw new IllegalArgumentException("port range " + text + " is reversed");
        }
        return new PortSpan(first, last);
    }
}
