package io.portolan.app.job;

import io.portolan.app.config.PortolanConfig;
import io.portolan.judge.Rules;
import io.portolan.topology.FlowTopology;
import io.portolan.topology.JobCounters;
import java.util.function.Supplier;

/** The topology of the job as a configuration has it. */
public final class JobTopology {
    private JobTopology() {}

    /**
     * One that is not built yet.
     *
     * @param rules may be exchanged while it runs
     * @param counters what it counts beside its output
     */
    public static FlowTopology of(PortolanConfig config, Supplier<Rules> rules, JobCounters counters) {
        return new FlowTopology(
                config.topics(),
                config.inputs(),
                rules,
                config.stories(),
                config.memory(),
                config.views(),
                config.avro(),
                counters,
                System::currentTimeMillis);
    }
}
