package io.portolan.judge.sigma;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A field that a rule may ask about.
 *
 * @param name as it stands in a rule; names are case-sensitive
 * @param kind what kind of value it has
 * @param choices all values of a symbol, otherwise empty
 * @param description what it holds, in a few words
 * @param reader its value in a sighting
 */
public record SigmaField(
        String name, FieldKind kind, List<String> choices, String description, Function<Sighting, FieldValue> reader) {
    public SigmaField {
        choices = List.copyOf(choices);
    }

    static SigmaField of(String name, FieldKind kind, String description, Function<Sighting, FieldValue> reader) {
        return new SigmaField(name, kind, List.of(), description, reader);
    }

    static SigmaField symbol(
            String name, Stream<String> choices, String description, Function<Sighting, FieldValue> reader) {
        return new SigmaField(name, FieldKind.SYMBOL, choices.toList(), description, reader);
    }

    static <E extends Enum<E>> SigmaField symbol(
            String name, Class<E> choices, String description, Function<Sighting, FieldValue> reader) {
        return symbol(name, Arrays.stream(choices.getEnumConstants()).map(Enum::name), description, reader);
    }

    /** When its value is known at the latest. */
    public Stage known() {
        return Stage.of(this);
    }

    /** Its value as far as it is known. */
    FieldValue value(Sighting sighting) {
        return reader.apply(sighting);
    }
}
