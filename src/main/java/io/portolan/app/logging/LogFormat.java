package io.portolan.app.logging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How log lines are written. */
public enum LogFormat {
    /** For a person: one line each. */
    TEXT,
    /** One JSON object a line, with the field names of the Elastic Common Schema. */
    JSON;

    /** As the configuration has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name, if there is one. */
    static Optional<LogFormat> named(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text().equals(text))
                .findFirst();
    }
}
