package io.portolan.wire;

import java.io.IOException;

/** A way to talk to a registry. */
interface RegistryExchange {
    /**
     * Sends one request, once.
     *
     * @throws IOException if nothing, or nothing whole, comes back in time
     */
    RegistryResponse send(RegistryRequest request) throws IOException;
}
