package io.portolan.app.sql;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as a user gives it: a time, a date, or how long ago. */
public final class TimeText {
    private static final Pattern AGO = Pattern.compile("(\\d{1,9})([smhd])");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS][XXX]");

    private TimeText() {}

    /**
     * The moment.
     *
     * @param text such as 2026-11-23T10:15:00Z, 2026-11-23T12:15+02:00, 2026-11-23T10:15 or 2026-11-23 in UTC, or PT90M or
     *     90m before now
     * @param now what the clock says
     * @throws IllegalArgumentException if it is none of these
     */
    public static Instant parse(String text, Instant now) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.matches("\\d{4}-.*") ? time(text) : now.minus(duration(text));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is no time; give one such as 2026-11-23T10:15:00Z,"
                    + " 2026-11-23 (UTC), or how long ago: 90m, 12h, 7d, PT1H30M");
        }
    }

    private static Instant time(String text) {
        TemporalAccessor parsed = TIME.parseBest(text, Instant::from, LocalDateTime::from);
        return parsed instanceof Instant instant ? instant : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    }

    private static Duration duration(String text) {
        Matcher ago = AGO.matcher(text.toLowerCase(Locale.ROOT));
        if (!ago.matches()) {
            return Duration.parse(text);
        }
        long number = Long.parseLong(ago.group(1));
        return switch (ago.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
