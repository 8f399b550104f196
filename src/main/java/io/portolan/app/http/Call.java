package io.portolan.app.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request as an endpoint sees it.
 *
 * @param path as it was sent, without the query
 * @param segments the variable parts of the path by name, decoded
 * @param parameters those of the query, checked to be known
 * @param ifNoneMatch what the client has already, if it says so
 * @param accept media types that the client takes, if it says so
 */
record Call(
        String path,
        Map<String, String> segments,
        Parameters parameters,
        Optional<String> ifNoneMatch,
        Optional<String> accept) {
    /** A variable part of the path. */
    String segment(String name) {
        return segments.getOrDefault(name, "");
    }
}
