package io.portolan.topology;

/** Names of the stores whose content can be asked for while the job runs. */
public final class StateStores {
    /** The GlobalKTable of the port registry. */
    public static final String PORT_REGISTRY = "port-registry";

    /** Traffic of minutes, an aged store of {@code schemas/port-traffic.avsc}. */
    public static final String TRAFFIC = "traffic";

    /** Servers on forgotten ports, an aged store of {@code schemas/port-server.avsc}. */
    public static final String SERVERS = "servers";

    /** Last alerts of the stories of servers, an aged store of {@code schemas/port-alert.avsc}. */
    public static final String SERVER_ALERTS = "server-alerts";

    /** Last alerts of scans, an aged store of {@code schemas/port-alert.avsc}. */
    public static final String SCAN_ALERTS = "scan-alerts";

    private StateStores() {}
}
