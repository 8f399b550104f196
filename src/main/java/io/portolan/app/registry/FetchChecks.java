package io.portolan.app.registry;

import io.portolan.registry.Registry;
import java.util.Optional;

/** Whether a downloaded registry may take the place of a file; each check says what speaks against it, or nothing. */
final class FetchChecks {
    /** The official registry has 98,000; a page of a proxy that happens to look like one, or its beginning, has not. */
    static final int FEWEST_PORTS = 10_000;

    private FetchChecks() {}

    /** Whether it is a whole registry, as far as it can tell itself. */
    static Optional<String> alone(byte[] content, LoadedRegistry registry) {
        int ports = registry.registry().entries().size();
        if (ports < FEWEST_PORTS) {
            return Optional.of(String.format("has %,d ports and is not the whole registry", ports));
        }
        // A server that does not say how much it sends can be cut off unnoticed. XML tells by itself, CSV by its line
        // end.
        boolean isWhole = content[0] == '<' || content[content.length - 1] == '\n';
        return isWhole ? Optional.empty() : Optional.of("ends within a line and is cut off");
    }

    /** Whether it is better than the one that is there. */
    static Optional<String> against(LoadedRegistry before, LoadedRegistry after) {
        Registry old = before.registry();
        Registry now = after.registry();
        if (now.version().compareTo(old.version()) < 0) {
            return Optional.of("is of " + dated(now) + ", older than " + before.name() + " of " + dated(old));
        }
        long lost = old.entries().keySet().stream()
                .filter(key -> !now.entries().containsKey(key))
                .count();
        boolean tooMany = lost * LoadPlan.TOLERATED_LOSS > old.entries().size();
        return tooMany
                ? Optional.of(String.format(
                        "lacks %,d of the %,d ports of %s, more than a tenth",
                        lost, old.entries().size(), before.name()))
                : Optional.empty();
    }

    private static String dated(Registry registry) {
        return registry.version().isEmpty() ? "no date" : registry.version();
    }
}
