package io.portolan.judge.sigma;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The only ports of the server that a detection may be true for, as far as they stand in it by number: so that a rule need
 * not be asked about any other. Empty if it may be true for any port.
 */
final class ServerPorts {
    private static final String FIELD = "server.port";

    private ServerPorts() {}

    static Optional<Set<Integer>> of(Condition condition) {
        if (condition instanceof Condition.Selected selected) {
            return union(selected.selection().maps().stream()
                    .map(items -> smallest(items.stream().map(ServerPorts::of).toList()))
                    .toList());
        }
        if (condition instanceof Condition.And and) {
            return smallest(and.parts().stream().map(ServerPorts::of).toList());
        }
        if (condition instanceof Condition.Or or) {
            return union(or.parts().stream().map(ServerPorts::of).toList());
        }
        return Optional.empty();
    }

    private static Optional<Set<Integer>> of(Item item) {
        if (!item.field().name().equals(FIELD)
                || !(item.question() instanceof Question.Values values)
                || values.negated()) {
            return Optional.empty();
        }
        Set<Integer> ports = new HashSet<>();
        for (ValueTest test : values.tests()) {
            if (!(test instanceof ValueTest.NumberTest number) || number.order() != Operator.EQUALS) {
                return Optional.empty();
            }
            ports.add((int) number.other());
        }
        return Optional.of(ports);
    }

    /** All parts have to hold, so each alone says enough. */
    private static Optional<Set<Integer>> smallest(List<Optional<Set<Integer>>> parts) {
        return parts.stream().flatMap(Optional::stream).min((one, other) -> Integer.compare(one.size(), other.size()));
    }

    /** Any part may hold, so none may be open to all ports. */
    private static Optional<Set<Integer>> union(List<Optional<Set<Integer>>> parts) {
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream()
                        .flatMap(Optional::stream)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }
}
