package io.portolan.app.query;

import io.portolan.registry.PortKey;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortServer;
import io.portolan.schema.PortTraffic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of a job as far as one instance holds it. Every question may meet a moment in which tasks move between
 * instances, and throws {@link StateAwayException} then.
 */
public interface JobState {
    /**
     * What the flows of these minutes came to, by minute and then by key.
     *
     * @param from first minute, inclusive
     * @param to exclusive
     */
    List<PortTraffic> traffic(Instant from, Instant to);

    /** Start of the newest minute of which there is traffic; empty if there is none. */
    Optional<Instant> newestMinute();

    /** The last alert of each story, those told last first. */
    List<PortAlert> alerts(AlertQuery query);

    /** The last alert of a story, if it is kept here. */
    Optional<PortAlert> alert(String dedupKey);

    /** Servers on forgotten ports, those seen last first. */
    List<PortServer> servers(ServerQuery query);

    /** The server of a key such as {@code 192.0.2.10:1274/tcp}, if it is kept here. */
    Optional<PortServer> server(String key);

    /** What the registry says of a port; every instance holds all of it. Empty if the port is not listed. */
    Optional<PortAssignment> assignment(PortKey port);

    /** All entries of the registry. */
    List<PortAssignment> assignments();

    /** Version of the registry in force, YYYY-MM-DD; empty while none is loaded. */
    Optional<String> registryVersion();
}
