package io.portolan.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.portolan.app.bench.contender.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The processes of one entrant, which share its work.
 *
 * @param all one or more
 */
record Instances(List<Instance> all) implements AutoCloseable {
    void note(String order) {
        all.forEach(instance -> instance.note(order));
    }

    /** @throws IllegalStateException with the end of its log if one has ended */
    void check() {
        all.forEach(instance -> instance.child().check());
    }

    IllegalStateException failure(String what) {
        return all.get(0).child().failure(what);
    }

    /** Lets them end; returns what all of them together had cost at each note. */
    List<Cost> end() throws JsonProcessingException {
        List<List<Cost>> notes = new ArrayList<>();
        for (Instance instance : all) {
            notes.add(instance.end());
        }
        return sums(notes);
    }

    /** Of each note, what all have noted at that time; all have as many. */
    static List<Cost> sums(List<List<Cost>> notes) {
        return IntStream.range(0, notes.get(0).size())
                .mapToObj(note -> notes.stream()
                        .map(costs -> costs.get(note))
                        .reduce(Cost::plus)
                        .orElseThrow())
                .toList();
    }

    @Override
    public void close() {
        all.forEach(Instance::close);
    }
}
