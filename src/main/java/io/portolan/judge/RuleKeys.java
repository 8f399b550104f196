package io.portolan.judge;

import io.portolan.judge.sigma.Faults;
import io.portolan.judge.sigma.Yaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the plain keys of a rule or filter. Each method tells its faults and goes on with a value that does no harm. */
final class RuleKeys {
    private static final String NOTHING = "";

    private final Yaml.Mapping root;
    private final Faults faults;

    RuleKeys(Yaml.Mapping root, Faults faults) {
        this.root = root;
        this.faults = faults;
    }

    /** Refuses keys that nothing reads. */
    void refuseUnknown(Set<String> known, Map<String, String> otherwise) {
        for (Yaml.Entry entry : root.entries().values()) {
            String key = entry.key();
            if (!known.contains(key)) {
                faults.add(
                        entry.line(),
                        otherwise.getOrDefault(
                                key,
                                "unknown key \"" + key + "\"; known are: "
                                        + known.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }

    Optional<Yaml.Entry> entry(String key) {
        return Optional.ofNullable(root.entries().get(key));
    }

    /** A key that has to be there. */
    Optional<Yaml.Entry> required(String key) {
        Optional<Yaml.Entry> entry = entry(key);
        if (entry.isEmpty()) {
            faults.add(root.line(), key + " is missing");
        }
        return entry;
    }

    String text(String key) {
        return entry(key).map(this::text).orElse(NOTHING);
    }

    String requiredText(String key) {
        return required(key).map(this::text).orElse(NOTHING);
    }

    /** A text or a list of texts. */
    List<String> texts(String key) {
        return entry(key).map(this::texts).orElse(List.of());
    }

    List<String> texts(Yaml.Entry entry) {
        List<Yaml> items = entry.value() instanceof Yaml.Sequence list ? list.items() : List.of(entry.value());
        List<String> texts = new ArrayList<>();
        for (Yaml item : items) {
            texts.add(text(new Yaml.Entry(item.line(), entry.key(), item)));
        }
        return texts;
    }

    String requiredId() {
        String id = requiredText("id");
        if (!id.isEmpty() && !isUuid(id)) {
            faults.add(line("id"), "id is " + id + ", not a UUID");
        }
        return id;
    }

    /** One of the symbols of an enum, in any case; the first of them if it is none. */
    <E extends Enum<E>> E symbol(Yaml.Entry entry, String name, E[] symbols, Collection<E> supported) {
        String text = text(entry);
        Optional<E> symbol = Arrays.stream(symbols)
                .filter(supported::contains)
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst();
        if (symbol.isEmpty() && !text.isEmpty()) {
            faults.add(
                    entry.line(),
                    name + " is \"" + text + "\"; supported are: "
                            + supported.stream()
                                    .map(one -> one.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
        return symbol.orElse(symbols[0]);
    }

    String text(Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text().strip();
        }
        boolean blank = entry.value() instanceof Yaml.Scalar;
        faults.add(
                entry.line(),
                entry.key() + " is " + (blank ? "empty" : entry.value().what() + ", not a text"));
        return NOTHING;
    }

    private int line(String key) {
        return entry(key).map(Yaml.Entry::line).orElse(root.line());
    }

    private static boolean isUuid(String id) {
        try {
            return UUID.fromString(id).toString().equalsIgnoreCase(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
