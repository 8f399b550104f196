package io.portolan.judge;

import io.portolan.schema.Side;
import java.util.List;

/**
 * The rules that may match a flow on a port, of which there are few sorts.
 *
 * @param asSource if the port is the source's and that is the server
 * @param asDestination if the port is the destination's and that is the server
 */
record PortWatch(List<Rule> asSource, List<Rule> asDestination) {
    /** What nearly all ports have. */
    static final PortWatch NOBODY = new PortWatch(List.of(), List.of());

    PortWatch {
        asSource = List.copyOf(asSource);
        asDestination = List.copyOf(asDestination);
    }

    List<Rule> as(Side server) {
        return server == Side.SOURCE ? asSource : asDestination;
    }

    boolean isNobody() {
        return asSource.isEmpty() && asDestination.isEmpty();
    }
}
