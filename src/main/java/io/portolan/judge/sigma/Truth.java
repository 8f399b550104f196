package io.portolan.judge.sigma;

import java.util.function.Function;

/**
 * What an answer may be in the logic of Kleene: true, false or unknown, or several of these while fields are not known yet.
 * A field that is missing is unknown for good, and so is what hangs on it alone, also under {@code not}.
 *
 * @param outcomes a bit for each outcome that is possible, one or more
 */
public record Truth(int outcomes) {
    private static final int NO = 1;
    private static final int NEITHER = 2;
    private static final int YES = 4;

    public static final Truth FALSE = new Truth(NO);
    public static final Truth UNKNOWN = new Truth(NEITHER);
    public static final Truth TRUE = new Truth(YES);

    /** Anything may come of it. */
    public static final Truth OPEN = new Truth(NO | NEITHER | YES);

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Whether it is true whatever becomes known. */
    public boolean isTrue() {
        return outcomes == YES;
    }

    /** Whether it is false whatever becomes known. */
    public boolean isFalse() {
        return outcomes == NO;
    }

    /** Whether it is true or may become so. */
    public boolean mayBeTrue() {
        return has(YES);
    }

    Truth and(Truth other) {
        int yes = outcomes & other.outcomes & YES;
        int no = (outcomes | other.outcomes) & NO;
        boolean neither = (has(NEITHER) && other.has(NEITHER | YES)) || (has(YES) && other.has(NEITHER));
        return new Truth(yes | no | (neither ? NEITHER : 0));
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    Truth not() {
        return new Truth((has(YES) ? NO : 0) | (outcomes & NEITHER) | (has(NO) ? YES : 0));
    }

    /** All of several, asked in order until one is false. */
    static <T> Truth all(Iterable<T> parts, Function<T, Truth> question) {
        Truth all = TRUE;
        for (T part : parts) {
            all = all.and(question.apply(part));
            if (all.isFalse()) {
                return FALSE;
            }
        }
        return all;
    }

    /** Any of several, asked in order until one is true. */
    static <T> Truth any(Iterable<T> parts, Function<T, Truth> question) {
        Truth any = FALSE;
        for (T part : parts) {
            any = any.or(question.apply(part));
            if (any.isTrue()) {
                return TRUE;
            }
        }
        return any;
    }

    private boolean has(int anyOf) {
        return (outcomes & anyOf) != 0;
    }

    @Override
    public String toString() {
        return isTrue() ? "true" : isFalse() ? "false" : equals(UNKNOWN) ? "unknown" : "open";
    }
}
