package io.portolan.flow.field;

import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.text.Decimals;
import io.portolan.flow.text.Timestamps;

/** How the value of a source's field is read, and the unit in which it stands there. Times are kept as microseconds. */
public enum ValueKind {
    TEXT("text", 0),
    /** A list of texts, which are joined by commas. */
    LIST("list", 0),
    COUNT("integer", 0),
    /** A point in time whose form or size tells the unit. */
    TIME("ISO 8601 with an offset, or seconds, milliseconds, microseconds or nanoseconds since 1970", 0),
    /** As {@link #TIME}, from sources that write no offset. */
    UTC_TIME("ISO 8601, UTC if without an offset, or seconds, milliseconds, microseconds or nanoseconds since 1970", 0),
    SECONDS("seconds since 1970", 6),
    MILLISECONDS("milliseconds since 1970", 3),
    MICROSECONDS("microseconds since 1970", 0),
    NANOSECONDS("nanoseconds since 1970", -3),
    DURATION_SECONDS("seconds", 6),
    DURATION_MILLISECONDS("milliseconds", 3),
    DURATION_MICROSECONDS("microseconds", 0);

    private final String unit;
    /** By which power of ten a number is multiplied to give microseconds. */
    private final int places;

    ValueKind(String unit, int places) {
        this.unit = unit;
        this.places = places;
    }

    /** What stands in the source, for a person. */
    public String unit() {
        return unit;
    }

    boolean isText() {
        return this == TEXT || this == LIST;
    }

    boolean isDuration() {
        return this == DURATION_SECONDS || this == DURATION_MILLISECONDS || this == DURATION_MICROSECONDS;
    }

    /** The number that a text is. */
    long read(String field, String text) throws UnreadableFlowException {
        return switch (this) {
            case TEXT, LIST -> throw new IllegalStateException(field + " is no number");
            case COUNT -> Decimals.count(field, Decimals.exact(field, text));
            case TIME -> Timestamps.micros(field, text, 0, text.length());
            case UTC_TIME -> Timestamps.microsOfUtc(field, text);
            case DURATION_SECONDS, DURATION_MILLISECONDS, DURATION_MICROSECONDS ->
                Decimals.count(field, Decimals.scaled(field, text, 0, text.length(), places));
            default ->
                Timestamps.isDate(text, 0, text.length())
                        ? Timestamps.micros(field, text, 0, text.length())
                        : Decimals.scaled(field, text, 0, text.length(), places);
        };
    }

    /** The number that an integer of the source is here. */
    long read(String field, long value) throws UnreadableFlowException {
        return switch (this) {
            case TEXT, LIST -> throw new IllegalStateException(field + " is no number");
            case COUNT -> Decimals.count(field, value);
            case TIME, UTC_TIME -> Timestamps.micros(field, value);
            case DURATION_SECONDS, DURATION_MILLISECONDS, DURATION_MICROSECONDS ->
                Decimals.count(field, Decimals.scaled(field, value, places));
            default -> Decimals.scaled(field, value, places);
        };
    }
}
