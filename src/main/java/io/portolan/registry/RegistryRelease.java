package io.portolan.registry;

import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.util.List;

/** The release entry: the one entry of the registry topic that speaks of the registry as a whole and not of a port. */
public final class RegistryRelease {

    /** Its key, the one without a slash. */
    public static final String KEY = "registry";

    private static final int NO_PORT = -1;

    private RegistryRelease() {}

    /** Whether an entry is a release entry. */
    public static boolean isRelease(PortAssignment entry) {
        return entry.getPort() == NO_PORT && entry.getTransport().isEmpty();
    }

    /** The status is UNLISTED, since no port is meant; the description holds the counts. */
    static PortAssignment of(String version, RegistryCounts counts) {
        return PortAssignment.newBuilder()
                .setTransport("")
                .setPort(NO_PORT)
                .setStatus(PortStatus.UNLISTED)
                .setNames(List.of())
                .setDescription(counts.toString())
                .setOrigin(Origin.IANA)
                .setVersion(version)
                .build();
    }
}
