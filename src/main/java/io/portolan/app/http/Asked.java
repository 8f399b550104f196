package io.portolan.app.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A question as one instance puts it to another. */
final class Asked {
    private static final String SCOPE = Scope.PARAMETER + "=instance";

    private Asked() {}

    /** A path with those of the parameters that have a value. */
    static String path(String path, Map<String, Optional<?>> parameters) {
        StringBuilder query = new StringBuilder(path).append('?').append(SCOPE);
        new TreeMap<>(parameters)
                .forEach((name, value) -> value.ifPresent(
                        given -> query.append('&').append(name).append('=').append(encode(given.toString()))));
        return query.toString();
    }

    /** A path with a key as its last part. */
    static String path(String path, String key) {
        return path + "/" + encode(key).replace("+", "%20") + "?" + SCOPE;
    }

    /** Values as one, separated by commas; empty if there are none. */
    static Optional<String> list(Collection<?> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().map(Object::toString).sorted().collect(Collectors.joining(",")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
