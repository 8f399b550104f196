package io.portolan.app.http;

import io.portolan.app.json.JsonTree;
import io.portolan.app.terminal.Printable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpStatus;

/** The parameters of a query, each once. What cannot be used is refused with its name and what is allowed. */
final class Parameters {
    private static final int MOST_SHOWN = 60;
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Checked parameters.
     *
     * @param given all values by name
     * @param known names that the path has
     * @throws ProblemException if one is unknown or given twice
     */
    static Parameters of(Map<String, List<String>> given, Set<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST_400,
                        "unknown parameter " + shown(name) + "; "
                                + (known.isEmpty()
                                        ? "there are none"
                                        : "known are " + String.join(", ", new TreeSet<>(known))),
                        JsonTree.object().put("parameter", shown(name)));
            }
            if (values.size() != 1) {
                throw refused(name, "is given " + values.size() + " times; give it once");
            }
        });
        return new Parameters(given.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0))));
    }

    /** The value as it is; empty if it was not given, or as nothing. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** A port number. */
    OptionalInt port(String name) {
        Optional<String> value = text(name);
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(name, value.get(), 0, HIGHEST_PORT));
    }

    /** A whole number within bounds, both inclusive. */
    int number(String name, int otherwise, int least, int most) {
        return text(name).map(value -> number(name, value, least, most)).orElse(otherwise);
    }

    /** A moment, ISO 8601 with a time zone. */
    Optional<Instant> time(String name) {
        return text(name).map(value -> {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw refused(name, value, "a time such as 2026-11-23T10:15:00Z");
            }
        });
    }

    /** Symbols, separated by commas, in any case; none if it was not given. */
    <E extends Enum<E>> Set<E> symbols(String name, Class<E> type) {
        Set<E> symbols = EnumSet.noneOf(type);
        text(name).ifPresent(list -> {
            for (String value : list.split(",", -1)) {
                symbols.add(symbol(name, value.strip(), type));
            }
        });
        return symbols;
    }

    /** One symbol, in any case. */
    <E extends Enum<E>> Optional<E> symbol(String name, Class<E> type) {
        return text(name).map(value -> symbol(name, value, type));
    }

    private static <E extends Enum<E>> E symbol(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(symbol -> symbol.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> refused(
                        name,
                        value,
                        Arrays.stream(type.getEnumConstants())
                                .map(symbol -> symbol.name())
                                .collect(Collectors.joining(", "))));
    }

    private static int number(String name, String value, int least, int most) {
        boolean digits =
                !value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(value) : -1;
        if (!digits || number < least || number > most) {
            throw refused(name, value, String.format(Locale.ROOT, "a whole number, %d-%d", least, most));
        }
        return number;
    }

    private static ProblemException refused(String name, String value, String allowed) {
        return refused(name, "cannot be " + shown(value) + "; it is " + allowed);
    }

    private static ProblemException refused(String name, String cause) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST_400,
                "parameter " + name + " " + cause,
                JsonTree.object().put("parameter", name));
    }

    /** What somebody sent, for a message: short, and on one line. */
    static String shown(String text) {
        String line = Printable.line(text);
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "...";
    }
}
