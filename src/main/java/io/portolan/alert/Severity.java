package io.portolan.alert;

import io.portolan.schema.Level;

/** What a score means. The bounds are ours; docs/detection.md shows them and is held equal to them by a test. */
public enum Severity {
    CRITICAL(90, Level.CRITICAL),
    HIGH(75, Level.HIGH),
    MEDIUM(40, Level.MEDIUM),
    LOW(20, Level.LOW),
    INFORMATIONAL(0, Level.INFORMATIONAL);

    private final int from;
    private final Level level;

    Severity(int from, Level level) {
        this.from = from;
        this.level = level;
    }

    /** The lowest score that has this severity, 0-100. */
    public int from() {
        return from;
    }

    public Level level() {
        return level;
    }

    static Level of(int score) {
        for (Severity severity : values()) {
            if (score >= severity.from) {
                return severity.level;
            }
        }
        return Level.INFORMATIONAL;
    }
}
