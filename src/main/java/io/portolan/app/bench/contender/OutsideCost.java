package io.portolan.app.bench.contender;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a process and those that it has started have cost, as the system tells it of each. One that has ended is told of no more
 * and counts as it was when it was last looked at.
 */
public final class OutsideCost {
    private final ProcessHandle process;
    private final Map<ProcessHandle, Cost> seen = new HashMap<>();

    public OutsideCost(ProcessHandle process) {
        this.process = process;
    }

    /** So far. Nobody outside knows what its threads have allocated. */
    public Cost now() {
        Stream.concat(Stream.of(process), process.descendants()).forEach(this::look);
        return seen.values().stream().reduce(new Cost(0, 0, null), Cost::plus);
    }

    private void look(ProcessHandle each) {
        long compilers = CompilerThreads.cpuNanos(each.pid());
        each.info().totalCpuDuration().ifPresent(cpu -> seen.put(each, new Cost(cpu.toNanos(), compilers, null)));
    }
}
