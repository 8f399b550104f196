package io.portolan.app.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A path and what answers there.
 *
 * @param template path with variable parts in braces; the last one takes the rest of the path
 * @param parameters names that its query may have
 * @param access who may ask
 * @param endpoint what answers
 */
record Route(String template, Set<String> parameters, Access access, Endpoint endpoint) {
    private static final String VARIABLE = "{";

    /** Who may ask. */
    enum Access {
        /** Everybody: health, and the files of the page, which hold nothing of the job. */
        OPEN,
        /** Whoever has the token. */
        TOKEN
    }

    Route {
        parameters = Set.copyOf(parameters);
    }

    /** The variable parts of a path if this is its route, not decoded. */
    Optional<Map<String, String>> match(String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", wanted.length);
        if (given.length != wanted.length) {
            return Optional.empty();
        }
        Map<String, String> segments = new TreeMap<>();
        for (int i = 0; i < wanted.length; i++) {
            boolean variable = wanted[i].startsWith(VARIABLE);
            if (variable ? given[i].isEmpty() : !wanted[i].equals(given[i])) {
                return Optional.empty();
            }
            if (variable) {
                segments.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            }
        }
        return Optional.of(segments);
    }

    /** Names that a query may have, with those of every path below /api. */
    Set<String> allParameters() {
        return template.startsWith("/api/")
                ? Stream.concat(parameters.stream(), Stream.of(Scope.PARAMETER)).collect(Collectors.toSet())
                : parameters;
    }
}
