package io.portolan.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.app.bench.contender.ContenderProcess.Report;
import io.portolan.app.bench.contender.Cost;
import java.util.List;

/**
 * One of Portolan's own, which notes its cost itself.
 *
 * @param child a {@link io.portolan.app.bench.contender.ContenderProcess}
 */
record AskedInstance(Child child) implements Instance {
    @Override
    public void note(String order) {
        child.say(order);
    }

    @Override
    public List<Cost> end() throws JsonProcessingException {
        return new ObjectMapper().readValue(child.end(), Report.class).notes();
    }

    @Override
    public void close() {
        child.close();
    }
}
