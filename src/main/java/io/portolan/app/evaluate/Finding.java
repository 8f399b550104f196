package io.portolan.app.evaluate;

import io.portolan.schema.Verdict;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a conversation on a watched port is, or is said to be. */
public enum Finding {
    SESSION,
    PROBE,
    /** A probe that is one of a scanner's. */
    SCAN,
    COINCIDENCE,
    UNCERTAIN,
    ALLOWED,
    /** Said only: no rule matches. */
    NONE;

    /** Whether the watched port is that of a server, and nobody has named it as legitimate. */
    public boolean isUse() {
        return this == SESSION || this == PROBE || this == SCAN;
    }

    /** The name in lower case, as the truth file writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Finding of(Verdict verdict) {
        return valueOf(verdict.name());
    }

    /**
     * The truth of a name, in any case.
     *
     * @throws IllegalArgumentException if it is none; names the choices
     */
    static Finding truth(String text) {
        return Arrays.stream(values())
                .filter(finding -> finding != NONE && finding.text().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("verdict is \"" + text + "\"; expected "
                        + Arrays.stream(values())
                                .filter(finding -> finding != NONE)
                                .map(Finding::text)
                                .collect(Collectors.joining(", "))));
    }
}
