package io.portolan.app.registry;

import io.portolan.app.terminal.Printable;
import io.portolan.registry.PortKey;
import io.portolan.registry.Registry;
import io.portolan.registry.RegistryDiff;
import io.portolan.schema.PortAssignment;
import java.util.ArrayList;
import java.util.List;

/**
 * A difference between registries for people: {@code +} added, {@code -} removed, {@code ~} changed, with old and new
 * values below. Neighbouring ports to which the same happened share a line, as they do in the registry.
 */
public final class DiffText {
    private final List<String> lines = new ArrayList<>();
    private PortKey first;
    private PortKey last;
    private List<String> pending = List.of();

    private DiffText() {}

    /** The lines; none if nothing differs. */
    public static List<String> lines(RegistryDiff diff) {
        DiffText text = new DiffText();
        diff.removed().forEach(entry -> text.add(entry, List.of("- ", EntryText.of(entry))));
        text.flush();
        diff.added().forEach(entry -> text.add(entry, List.of("+ ", EntryText.of(entry))));
        text.flush();
        diff.changed().forEach(change -> text.add(change.after(), changed(change)));
        text.flush();
        return text.lines.stream().map(Printable::text).toList();
    }

    private static List<String> changed(RegistryDiff.Change change) {
        List<String> block = new ArrayList<>(List.of("~ ", EntryText.of(change.after())));
        EntryText.changes(change.before(), change.after()).forEach(line -> block.add("    " + line));
        return block;
    }

    private void add(PortAssignment entry, List<String> block) {
        PortKey key = Registry.key(entry);
        if (block.equals(pending) && key.transport() == last.transport() && key.port() == last.port() + 1) {
            last = key;
            return;
        }
        flush();
        first = key;
        last = key;
        pending = block;
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        String ports = first.equals(last) ? first.toString() : first + "-" + last.port();
        lines.add(pending.get(0) + ports + "  " + pending.get(1));
        lines.addAll(pending.subList(2, pending.size()));
        pending = List.of();
    }
}
