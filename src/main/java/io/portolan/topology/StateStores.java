package io.portolan.topology;

/** Names of the stores whose content can be asked for while the job runs. */
public final class StateStores {
    /** The GlobalKTable of the port registry. */
    public static final String PORT_REGISTRY = "port-registry";

    private StateStores() {}
}
