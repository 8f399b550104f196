package io.portolan.flow.text;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads a date and time of ISO 8601 in the form of RFC 3339, without a formatter, as sensors write nothing else a million
 * times: {@code 2026-01-31T12:00:00.123456Z}, also with a blank for the T, and offsets such as {@code +02:00}, {@code
 * +0200} and {@code +02}.
 */
final class IsoTime {
    private static final int DATE_LENGTH = 10;
    private static final int TIME_LENGTH = 19;
    private static final int LONGEST = 40;
    private static final int MICRO_PLACES = 6;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int SECONDS_PER_DAY = 86_400;

    /** The offset of a text that has none and whose zone is not known otherwise. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

    private final String text;
    private final int from;
    private final int to;
    private int at;

    private IsoTime(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** Whether the text has the length of a date with a time, and a mark between them. */
    static boolean isOne(String text, int from, int to) {
        return to - from > DATE_LENGTH && " Tt".indexOf(text.charAt(from + DATE_LENGTH)) >= 0;
    }

    /**
     * Microseconds since the epoch; what is finer is cut off.
     *
     * @param otherwise the offset in seconds where the text has none, or {@link #NO_OFFSET} if it has to have one
     * @throws DateTimeException if the text is no such time; without a message
     */
    static long micros(String text, int from, int to, int otherwise) {
        return new IsoTime(text, from, to).micros(otherwise);
    }

    private long micros(int otherwise) {
        expect(to - from >= TIME_LENGTH && to - from <= LONGEST);
        long day = LocalDate.of(number(0, 4), number(5, 2), number(8, 2)).toEpochDay();
        expect(charAt(4) == '-' && charAt(7) == '-' && charAt(13) == ':' && charAt(16) == ':');
        int hour = number(11, 2);
        int minute = number(14, 2);
        int second = number(17, 2);
        expect(hour < 24 && minute < 60 && second < 60);
        at = from + TIME_LENGTH;
        long micros = fraction();
        long seconds = day * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second - offset(otherwise);
        return seconds * MICROS_PER_SECOND + micros;
    }

    private long fraction() {
        if (at == to || text.charAt(at) != '.') {
            return 0;
        }
        long micros = 0;
        int places = 0;
        for (at++; at < to && isDigit(text.charAt(at)); at++) {
            if (places < MICRO_PLACES) {
                micros = micros * 10 + (text.charAt(at) - '0');
            }
            places++;
        }
        expect(places > 0);
        for (; places < MICRO_PLACES; places++) {
            micros *= 10;
        }
        return micros;
    }

    private int offset(int otherwise) {
        if (at == to) {
            expect(otherwise != NO_OFFSET);
            return otherwise;
        }
        char sign = text.charAt(at);
        if (sign == 'Z' || sign == 'z') {
            expect(at + 1 == to);
            return 0;
        }
        expect(sign == '+' || sign == '-');
        int digits = to - at - 1;
        boolean colon = digits == 5 && text.charAt(at + 3) == ':';
        expect(digits == 2 || digits == 4 || colon);
        int hours = number(at - from + 1, 2);
        int minutes = digits == 2 ? 0 : number(to - from - 2, 2);
        expect(hours <= 18 && minutes < 60);
        int seconds = hours * 3_600 + minutes * 60;
        return sign == '+' ? seconds : -seconds;
    }

    private int number(int start, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            char c = charAt(start + i);
            expect(isDigit(c));
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private char charAt(int index) {
        return text.charAt(from + index);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void expect(boolean met) {
        if (!met) {
            throw new DateTimeException("not a time");
        }
    }
}
