package io.portolan.wire;

import java.net.URI;

/**
 * What came back for a {@link RegistryRequest}, from whatever answers there.
 *
 * @param uri where it came from in the end
 * @param status of HTTP
 */
record RegistryResponse(URI uri, int status, String body) {
    boolean isRedirect() {
        return status / 100 == 3;
    }

    /** Whether the same request may be answered otherwise later. */
    boolean isTransient() {
        return status >= 500 || status == 408 || status == 429;
    }
}
