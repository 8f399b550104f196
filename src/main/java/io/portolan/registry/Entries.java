package io.portolan.registry;

import io.portolan.schema.PortAssignment;

/** Copies of registry entries. Avro's builder would look classes up by name, and refuses those it was not told of. */
public final class Entries {
    private Entries() {}

    /** The entry as that of another port. */
    public static PortAssignment withPort(PortAssignment entry, String transport, int port) {
        return of(entry, transport, port, entry.getVersion());
    }

    /** The entry as one of another version of the registry. */
    static PortAssignment withVersion(PortAssignment entry, String version) {
        return of(entry, entry.getTransport(), entry.getPort(), version);
    }

    private static PortAssignment of(PortAssignment entry, String transport, int port, String version) {
        return new PortAssignment(
                transport,
                port,
                entry.getStatus(),
                entry.getNames(),
                entry.getDescription(),
                entry.getAssignee(),
                entry.getRegistered(),
                entry.getModified(),
                entry.getReference(),
                entry.getUnauthorizedUse(),
                entry.getNotes(),
                entry.getDocumentation(),
                entry.getOrigin(),
                version);
    }
}
