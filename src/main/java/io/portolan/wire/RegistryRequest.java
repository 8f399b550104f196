package io.portolan.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a registry's REST API.
 *
 * @param body JSON, null for none
 * @param authorization value of that header, null for none
 */
record RegistryRequest(
        URI uri,
        String method,
        @Nullable String body,
        @Nullable String authorization) {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    /** Names and values of its headers. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", CONTENT_TYPE);
        if (body != null) {
            headers.put("Content-Type", CONTENT_TYPE);
        }
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        return headers;
    }
}
