package io.portolan.judge.sigma;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a field holds, seen from one side of one flow. */
public sealed interface FieldValue {
    /** That there is no value. */
    enum Absent implements FieldValue {
        /** Not known at this stage; it may become anything, or turn out to be missing. */
        OPEN,
        /** The flow has no such field. */
        MISSING
    }

    /** A text, or several of which each is looked at by itself. */
    record Texts(List<String> texts) implements FieldValue {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** A number. */
    record Numeric(double number) implements FieldValue {}

    /** The texts that patterns are held against; of numbers the decimal digits. */
    default List<String> asTexts() {
        if (this instanceof Texts several) {
            return several.texts;
        }
        return this instanceof Numeric value ? List.of(decimal(value.number)) : List.of();
    }

    /** For a reader. */
    default String asText() {
        return this == Absent.OPEN
                ? "not known yet"
                : this == Absent.MISSING ? "missing" : String.join(", ", asTexts());
    }

    static FieldValue text(String text) {
        return new Texts(List.of(text));
    }

    static FieldValue text(Optional<String> text) {
        return text.map(FieldValue::text).orElse(Absent.MISSING);
    }

    /** A text of the registry; null is missing. */
    static FieldValue stated(@Nullable String text) {
        return text == null ? Absent.MISSING : text(text);
    }

    static FieldValue texts(List<String> texts) {
        return texts.isEmpty() ? Absent.MISSING : new Texts(texts);
    }

    static FieldValue symbol(Enum<?> symbol) {
        return text(symbol.name());
    }

    static FieldValue flag(boolean value) {
        return text(Boolean.toString(value));
    }

    static FieldValue number(double number) {
        return new Numeric(number);
    }

    /** A counter; a negative one was not reported. */
    static FieldValue counter(long count) {
        return count < 0 ? Absent.MISSING : new Numeric(count);
    }

    private static String decimal(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
    }
}
