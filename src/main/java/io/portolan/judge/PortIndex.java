package io.portolan.judge;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules by the server port that they name, so that a port that is met for the first time is asked of few. */
final class PortIndex {
    private final List<Rule> rules;
    private final List<Rule> ofAnyPort;
    private final Map<Integer, BitSet> byPort = new HashMap<>();

    PortIndex(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        BitSet any = new BitSet();
        for (int i = 0; i < this.rules.size(); i++) {
            int number = i;
            Optional<Set<Integer>> ports = this.rules.get(i).detection().serverPorts();
            ports.ifPresentOrElse(
                    some -> some.forEach(port ->
                            byPort.computeIfAbsent(port, p -> new BitSet()).set(number)),
                    () -> any.set(number));
        }
        this.ofAnyPort = rules(any);
        byPort.values().forEach(some -> some.or(any));
    }

    /** The rules that do not rule the port out by its number, in order. */
    List<Rule> of(int port) {
        BitSet some = byPort.get(port);
        return some == null ? ofAnyPort : rules(some);
    }

    private List<Rule> rules(BitSet numbers) {
        return numbers.stream().mapToObj(rules::get).toList();
    }
}
