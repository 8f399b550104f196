package io.portolan.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.app.bench.contender.ContenderProcess.Report;
import io.portolan.app.bench.contender.Cost;
import java.util.ArrayList;
import java.util.List;

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
        List<Cost> sums = new ArrayList<>();
        for (Child child : all) {
            List<Cost> costs =
                    new ObjectMapper().readValue(child.end(), Report.class).notes();
            for (int i = 0; i < costs.size(); i++) {
                if (i == sums.size()) {
                    sums.add(costs.get(i));
                } else {
                    sums.set(i, sums.get(i).plus(costs.get(i)));
                }
            }
        }
        return sums;
    }

    @Override
    public void close() {
        all.forEach(Child::close);
    }
}
