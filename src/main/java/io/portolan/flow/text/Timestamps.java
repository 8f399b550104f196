package io.portolan.flow.text;

import io.portolan.flow.UnreadableFlowException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads points in time: numbers since the epoch, or ISO 8601 with an offset. */
public final class Timestamps {
    /** As seconds this is the year 5138, as milliseconds 1973: no flow can mean the other one. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L * 1_000_000;

    private static final int LONGEST = 40;
    private static final int TIME_MARK = 10;

    private static final int MICRO_PLACES = 6;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T']['t'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /**
     * Microseconds since the epoch; what is finer is cut off.
     *
     * @param text seconds or milliseconds since the epoch, told apart by their size, or a date and time with {@code Z}
     *     or an offset such as {@code +02:00} or {@code +0000}
     */
    public static long micros(String field, String text, int from, int to) throws UnreadableFlowException {
        if (isDate(text, from, to)) {
            return micros(field, text.substring(from, to), null);
        }
        return sized(Decimals.scaled(field, text, from, to, MICRO_PLACES));
    }

    /** As {@link #micros(String, String, int, int)}, of an integer since the epoch. */
    public static long micros(String field, long value) throws UnreadableFlowException {
        return sized(Decimals.scaled(field, value, MICRO_PLACES));
    }

    /** As {@link #micros(String, String, int, int)}, but a date and time without offset is one of UTC. */
    public static long microsOfUtc(String field, String text) throws UnreadableFlowException {
        return isDate(text, 0, text.length())
                ? micros(field, text, ZoneOffset.UTC)
                : micros(field, text, 0, text.length());
    }

    private static boolean isDate(String text, int from, int to) {
        return to - from > TIME_MARK && " Tt".indexOf(text.charAt(from + TIME_MARK)) >= 0;
    }

    private static long sized(long micros) {
        return micros < MILLISECONDS_FROM ? micros : micros / 1_000;
    }

    private static long micros(String field, String text, @Nullable ZoneOffset otherwise)
            throws UnreadableFlowException {
        try {
            if (text.length() <= LONGEST) {
                Instant instant = instant(ISO.parse(text), otherwise);
                return Math.addExact(
                        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Told below, as for a text that is too long to be a time.
        }
        throw UnreadableFlowException.field(
                field,
                text,
                otherwise == null
                        ? "not a time with Z or an offset, as in 2026-01-31T12:00:00Z"
                        : "not a time, as in 2026-01-31T12:00:00Z");
    }

    private static Instant instant(TemporalAccessor time, @Nullable ZoneOffset otherwise) {
        return otherwise == null || time.isSupported(ChronoField.OFFSET_SECONDS)
                ? Instant.from(time)
                : LocalDateTime.from(time).toInstant(otherwise);
    }
}
