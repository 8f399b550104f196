package io.portolan.flow.text;

import io.portolan.flow.UnreadableFlowException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads decimal numbers from text without going through a double, so that nothing is rounded twice. */
public final class Decimals {
    /** Digits that fit a long whatever they are. */
    private static final int SAFE_DIGITS = 18;

    private static final int LONGEST = 64;
    private static final int HIGHEST_PORT = 65_535;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Decimals() {}

    /**
     * An integer, also one written as an exact float ({@code 25238.0}).
     *
     * @param field the source's name, for the message
     */
    public static long exact(String field, String text) throws UnreadableFlowException {
        return exact(field, text, 0, text.length());
    }

    /** As {@link #exact(String, String)}, of a part of the text. */
    public static long exact(String field, String text, int from, int to) throws UnreadableFlowException {
        long value = 0;
        if (to - from > SAFE_DIGITS || from == to) {
            return slow(field, text.substring(from, to), 0, true);
        }
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return slow(field, text.substring(from, to), 0, true);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** An integer of 0 or more: a counter. */
    public static long count(String field, long value) throws UnreadableFlowException {
        if (value < 0) {
            throw UnreadableFlowException.field(field, value, "less than 0");
        }
        return value;
    }

    /** An integer that fits 32 bits and is not negative: protocol numbers, flags before their own check. */
    public static int small(String field, long value) throws UnreadableFlowException {
        return within(field, value, Integer.MAX_VALUE);
    }

    /** A transport port: 0-65535. */
    public static int port(String field, long value) throws UnreadableFlowException {
        return within(field, value, HIGHEST_PORT);
    }

    private static int within(String field, long value, int highest) throws UnreadableFlowException {
        if (value < 0 || value > highest) {
            throw UnreadableFlowException.field(field, value, "not within 0-" + highest);
        }
        return (int) value;
    }

    /**
     * A number times a power of ten, what is finer cut off: seconds as microseconds where {@code places} is 6.
     *
     * @param places the exponent, within -6 and 6
     * @throws UnreadableFlowException if the text is no number, or one that does not fit
     */
    public static long scaled(String field, String text, int from, int to, int places) throws UnreadableFlowException {
        if (places < 0) {
            return Math.floorDiv(scaled(field, text, from, to, 0), POWERS[-places]);
        }
        long value = 0;
        int fraction = -1;
        int digits = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < SAFE_DIGITS) {
                if (fraction < places) {
                    value = value * 10 + (c - '0');
                    digits++;
                    fraction = fraction < 0 ? fraction : fraction + 1;
                }
            } else if (c == '.' && fraction < 0 && i > from) {
                fraction = 0;
            } else {
                return slow(field, text.substring(from, to), places, false);
            }
        }
        int shift = places - Math.max(fraction, 0);
        if (digits == 0 || fraction == 0 || digits + shift > SAFE_DIGITS) {
            return slow(field, text.substring(from, to), places, false);
        }
        return value * POWERS[shift];
    }

    /** As {@link #scaled(String, String, int, int, int)}, of an integer. */
    public static long scaled(String field, long value, int places) throws UnreadableFlowException {
        if (places < 0) {
            return Math.floorDiv(value, POWERS[-places]);
        }
        try {
            return Math.multiplyExact(value, POWERS[places]);
        } catch (ArithmeticException e) {
            throw UnreadableFlowException.field(field, value, "too large");
        }
    }

    private static long slow(String field, String text, int places, boolean exact) throws UnreadableFlowException {
        if (text.isEmpty() || text.length() > LONGEST || !beginsAsNumber(text)) {
            throw UnreadableFlowException.field(field, quoted(text), "not a number");
        }
        try {
            BigDecimal written = new BigDecimal(text);
            long integerDigits = (long) written.precision() - written.scale() + places;
            // Before any arithmetic: a short text can stand for a number of a billion digits.
            if (integerDigits > SAFE_DIGITS + 1) {
                throw UnreadableFlowException.field(field, text, "too large");
            }
            BigDecimal value = written.scaleByPowerOfTen(places);
            if (exact) {
                return integerDigits <= 0 && value.signum() != 0 ? fraction(field, text) : value.longValueExact();
            }
            return integerDigits <= 0
                    ? 0
                    : value.setScale(0, RoundingMode.FLOOR).longValueExact();
        } catch (NumberFormatException e) {
            throw UnreadableFlowException.field(field, quoted(text), "not a number");
        } catch (ArithmeticException e) {
            return fraction(field, text);
        }
    }

    /** What begins otherwise is refused here: the exception of the JDK has a stack, which costs microseconds and kilobytes. */
    private static boolean beginsAsNumber(String text) {
        char first = text.charAt(0);
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    private static long fraction(String field, String text) throws UnreadableFlowException {
        throw UnreadableFlowException.field(field, text, "not a whole number of 64 bits");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
