package io.portolan.judge.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one line of a selection, such as {@code server.ip|cidr: 10.0.0.0/8}. */
final class ItemReader {
    private final Faults faults;

    ItemReader(Faults faults) {
        this.faults = faults;
    }

    /** The item; empty, with a fault told, if it cannot be used. */
    Optional<Item> read(Yaml.Entry entry) {
        List<String> words = Arrays.asList(entry.key().split("\\|", -1));
        if (words.get(0).isEmpty()) {
            faults.add(entry.line(), "keywords are not supported: a flow has no text to search; name a field");
            return Optional.empty();
        }
        Optional<SigmaField> field = SigmaFields.find(words.get(0));
        if (field.isEmpty()) {
            faults.add(entry.line(), SigmaFields.unknown(words.get(0)));
        }
        Optional<Modifiers> modifiers =
                Modifiers.read(words.subList(1, words.size()), entry.line(), entry.key(), faults);
        if (field.isEmpty() || modifiers.isEmpty()) {
            return Optional.empty();
        }
        return question(field.get(), modifiers.get(), entry)
                .map(question -> new Item(entry.key() + ": " + text(entry.value()), field.get(), question));
    }

    private Optional<Question> question(SigmaField field, Modifiers modifiers, Yaml.Entry entry) {
        List<Yaml.Scalar> values = values(entry);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (modifiers.operator()) {
                        case EXISTS -> new Question.Exists(flag(single(values, "exists")));
                        case FIELDREF -> reference(modifiers, single(values, "fieldref"));
                        default -> tests(field, modifiers, values);
                    });
        } catch (IllegalArgumentException e) {
            faults.add(values.get(0).line(), entry.key() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Question tests(SigmaField field, Modifiers modifiers, List<Yaml.Scalar> values) {
        if (modifiers.all() && values.size() == 1) {
            throw new IllegalArgumentException("modifier all needs two values or more");
        }
        ValueTests tests = new ValueTests(field, modifiers);
        List<ValueTest> some = new ArrayList<>();
        boolean orMissing = false;
        for (Yaml.Scalar value : values) {
            if (!value.isNull()) {
                some.add(tests.of(value));
            } else if (modifiers.operator() != Operator.EQUALS || modifiers.negated() || modifiers.all()) {
                throw new IllegalArgumentException("null goes with no modifier; use exists");
            } else {
                orMissing = true;
            }
        }
        return new Question.Values(some, modifiers.all(), modifiers.negated(), orMissing);
    }

    private static Question reference(Modifiers modifiers, Yaml.Scalar name) {
        SigmaField other = SigmaFields.find(name.text())
                .orElseThrow(() -> new IllegalArgumentException(SigmaFields.unknown(name.text())));
        return new Question.SameAs(other, modifiers.negated(), modifiers.cased());
    }

    private static Yaml.Scalar single(List<Yaml.Scalar> values, String modifier) {
        if (values.size() > 1) {
            throw new IllegalArgumentException("modifier " + modifier + " takes one value");
        }
        return values.get(0);
    }

    private static boolean flag(Yaml.Scalar value) {
        if (!value.text().equalsIgnoreCase("true") && !value.text().equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(value.what() + " is neither true nor false");
        }
        return Boolean.parseBoolean(value.text());
    }

    /** The value or values; empty, with a fault told, if they are none or not plain. */
    private List<Yaml.Scalar> values(Yaml.Entry entry) {
        List<Yaml> items = entry.value() instanceof Yaml.Sequence list ? list.items() : List.of(entry.value());
        List<Yaml.Scalar> scalars = new ArrayList<>();
        for (Yaml item : items) {
            if (!(item instanceof Yaml.Scalar scalar)) {
                faults.add(
                        item.line(), entry.key() + " holds " + item.what() + "; it takes values or a list of values");
                return List.of();
            }
            scalars.add(scalar);
        }
        if (items.isEmpty()) {
            faults.add(entry.line(), entry.key() + " has no value");
        }
        return scalars;
    }

    private static String text(Yaml value) {
        if (value instanceof Yaml.Sequence list) {
            return list.items().stream().map(ItemReader::text).toList().toString();
        }
        return value.isNull() ? "null" : ((Yaml.Scalar) value).text();
    }
}
