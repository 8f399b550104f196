package io.portolan.judge.sigma;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A pattern of Sigma: {@code ?} is one character, {@code *} any number of them, a backslash takes the meaning of a
 * wildcard or of a backslash that follows. Takes time in proportion to pattern and text at worst. Source: Sigma Rules
 * Specification, "String Wildcard" and "Escaping".
 */
final class Wildcards implements Predicate<String> {
    private static final int ONE = -1;
    private static final int MANY = -2;

    private final int[] pattern;
    private final boolean cased;

    private Wildcards(int[] pattern, boolean cased) {
        this.pattern = pattern;
        this.cased = cased;
    }

    /**
     * @param openStart whether anything may stand before the pattern
     * @param openEnd whether anything may stand behind it
     */
    static Wildcards of(String text, boolean openStart, boolean openEnd, boolean cased) {
        int[] pattern = new int[text.length() + 2];
        int size = 0;
        if (openStart) {
            pattern[size++] = MANY;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && isSpecial(text.charAt(i + 1))) {
                pattern[size++] = fold(text.charAt(++i), cased);
            } else {
                pattern[size++] = c == '*' ? MANY : c == '?' ? ONE : fold(c, cased);
            }
        }
        if (openEnd) {
            pattern[size++] = MANY;
        }
        return new Wildcards(Arrays.copyOf(pattern, size), cased);
    }

    /** Whether a text says anything but itself. */
    static boolean hasAny(String text) {
        for (int symbol : of(text, false, false, true).pattern) {
            if (symbol < 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean test(String text) {
        int at = 0;
        int p = 0;
        int retryText = -1;
        int retryPattern = -1;
        while (at < text.length()) {
            if (p < pattern.length && pattern[p] == MANY) {
                retryPattern = ++p;
                retryText = at;
            } else if (p < pattern.length && fits(pattern[p], text.charAt(at))) {
                p++;
                at++;
            } else if (retryPattern >= 0) {
                p = retryPattern;
                at = ++retryText;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == MANY) {
            p++;
        }
        return p == pattern.length;
    }

    private boolean fits(int symbol, char c) {
        return symbol == ONE || symbol == fold(c, cased);
    }

    private static boolean isSpecial(char c) {
        return c == '\\' || c == '*' || c == '?';
    }

    /** As String.equalsIgnoreCase compares: by upper case first, for the sake of Georgian. */
    private static int fold(char c, boolean cased) {
        return cased ? c : Character.toLowerCase(Character.toUpperCase(c));
    }
}
