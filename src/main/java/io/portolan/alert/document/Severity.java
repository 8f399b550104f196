package io.portolan.alert.document;

import io.portolan.schema.Level;

/**
 * The level of an alert as a number, larger is worse. These are the numbers of OCSF ({@code severity_id}), so that a reader
 * of both schemas finds the same.
 *
 * @param id 1 informational, 2 low, 3 medium, 4 high, 5 critical
 * @param caption the level as OCSF writes it
 */
public record Severity(int id, String caption) {
    /** Of what happens all the time: a flow. */
    public static final Severity INFORMATIONAL = of(Level.INFORMATIONAL);

    public static Severity of(Level level) {
        return switch (level) {
            case INFORMATIONAL -> new Severity(1, "Informational");
            case LOW -> new Severity(2, "Low");
            case MEDIUM -> new Severity(3, "Medium");
            case HIGH -> new Severity(4, "High");
            case CRITICAL -> new Severity(5, "Critical");
        };
    }
}
