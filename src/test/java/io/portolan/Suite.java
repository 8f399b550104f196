package io.portolan;

import java.util.stream.Stream;

/**
 * How much is tried: every build has the short form of a test that repeats itself with other values, {@code -Dlong} the whole.
 */
public final class Suite {
    private static final boolean LONG = System.getProperty("long") != null;

    private Suite() {}

    /** All values, or in the short form the first of them: those that tell most stand first. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Stream<T> of(int first, T... values) {
        return of(first, Stream.of(values));
    }

    /** Likewise. */
    public static <T> Stream<T> of(int first, Stream<T> values) {
        return LONG ? values : values.limit(first);
    }
}
