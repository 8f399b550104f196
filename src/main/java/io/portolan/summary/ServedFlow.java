package io.portolan.summary;

import io.portolan.judge.Role;
import io.portolan.label.Label;
import io.portolan.label.RegistryVersion;
import io.portolan.registry.Transport;

/**
 * What is kept of a flow for its server.
 *
 * @param server address of the server
 * @param port its port
 * @param client address of the client
 * @param start milliseconds since the epoch
 * @param end milliseconds since the epoch
 * @param bytes in both directions, as far as they are known
 * @param label of the server's port
 * @param role that the server is told by
 * @param version of the registry that the label came from
 */
record ServedFlow(
        String server,
        int port,
        Transport transport,
        String client,
        long start,
        long end,
        long bytes,
        Label label,
        Role role,
        RegistryVersion version) {}
