package io.portolan.judge.sigma;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, so that its author is told all of it at once. */
public final class Faults {
    private final String file;
    private final List<Fault> all = new ArrayList<>();

    /**
     * @param file its name, for messages
     */
    public Faults(String file) {
        this.file = file;
    }

    private record Fault(int line, String cause) {}

    /**
     * Adds a fault.
     *
     * @param line line that it stands in, from 1; 0 or less if none is known
     * @param cause begins with the key that it speaks of
     */
    public void add(int line, String cause) {
        all.add(new Fault(line, cause));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The faults as {@code file:line: cause}, by their lines. */
    public List<String> messages() {
        return all.stream()
                .sorted((one, other) -> Integer.compare(one.line, other.line))
                .map(fault -> file + (fault.line > 0 ? ":" + fault.line : "") + ": " + fault.cause)
                .toList();
    }
}
