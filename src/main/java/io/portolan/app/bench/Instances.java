package io.portolan.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.app.bench.contender.ContenderProcess.Report;
import io.portolan.app.bench.contender.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The processes of one contender, which share its work.
 *
 * @param all one or more
 */
record Instances(List<Child> all) implements AutoCloseable {
    void say(String line) {
        all.forEach(child -> child.say(line));
    }

    /** @throws IllegalStateException with the end of its log if one has ended */
    void check() {
        all.forEach(Child::check);
    }

    IllegalStateException failure(String what) {
        return all.get(0).failure(what);
    }

    /** Lets them end; returns what all of them together had cost at each line that was said. */
    List<Cost> end() throws JsonProcessingException {
        List<List<Cost>> notes = new ArrayList<>();
        for (Child child : all) {
            notes.add(new ObjectMapper().readValue(child.end(), Report.class).notes());
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
        all.forEach(Child::close);
    }
}
