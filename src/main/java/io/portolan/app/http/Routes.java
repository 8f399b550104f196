package io.portolan.app.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpStatus;

/** The paths that there are; of two that fit, the first. */
final class Routes {
    private static final char FIRST_PRINTABLE = ' ';

    private final List<Route> all;

    Routes(List<Route> all) {
        this.all = List.copyOf(all);
    }

    /** A route, and the variable parts of a path that was asked for, not decoded. */
    record Found(Route route, Map<String, String> raw) {
        /**
         * The variable parts, decoded.
         *
         * @throws ProblemException if a part is not encoded as it should be
         */
        Map<String, String> segments() {
            Map<String, String> segments = new TreeMap<>();
            raw.forEach((name, value) -> segments.put(name, decode(value)));
            return segments;
        }
    }

    List<Route> all() {
        return all;
    }

    /**
     * What answers at a path.
     *
     * @param path as it was sent: what is encoded separates nothing
     */
    Optional<Found> find(String path) {
        for (Route route : all) {
            Optional<Map<String, String>> raw = route.match(path);
            if (raw.isPresent()) {
                return Optional.of(new Found(route, raw.get()));
            }
        }
        return Optional.empty();
    }

    /** Percent-encoded UTF-8 (RFC 3986 section 2.1) without control characters. */
    private static String decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        try {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '%') {
                    bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
                    i += 2;
                } else {
                    bytes.put((byte) c);
                }
            }
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            if (decoded.chars().noneMatch(c -> c < FIRST_PRINTABLE)) {
                return decoded;
            }
        } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ProblemException(HttpStatus.BAD_REQUEST_400, "the path is not percent-encoded UTF-8");
        }
        throw new ProblemException(HttpStatus.BAD_REQUEST_400, "the path has a control character in it");
    }
}
