package io.portolan.bench;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.demo.DemoLog;
import io.portolan.app.label.FixedRegistry;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowParser;
import io.portolan.flow.LogRecords;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.judge.EnrichedFlowWriter;
import io.portolan.judge.Judge;
import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.registry.BundledRegistry;
import io.portolan.registry.Registry;
import io.portolan.summary.ServerCounter;
import io.portolan.summary.TrafficCounter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the job does with a flow that is read, step by step, on the flows of the demo's logs with the bundled registry
 * and the rules in force by default: a step is given what the steps before it made.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+UseSerialGC"})
public class StepBenchmark {
    /** A commit comes now and then; what was counted is taken as often. */
    private static final int FLOWS_A_COMMIT = 10_000;

    private final Judge judge = new Judge(new PortolanConfig(Map.of()).rules());
    private final EnrichedFlowWriter writer = new EnrichedFlowWriter(new byte[5]);
    private final TrafficCounter traffic = new TrafficCounter();
    private final ServerCounter servers = new ServerCounter();

    private Labeller labeller = new Labeller(new FixedRegistry(Registry.of(List.of(), "none")));
    private Flow[] flows = {};
    private LabelledFlow[] labelled = {};
    private Judgement[] judged = {};
    private int next;

    @Setup
    public void read() throws IOException {
        labeller = new Labeller(new FixedRegistry(BundledRegistry.load().registry()));
        List<Flow> read = new ArrayList<>();
        for (DemoLog log : DemoLog.bundled()) {
            read.addAll(flows(log));
        }
        flows = read.toArray(Flow[]::new);
        labelled = read.stream().map(labeller::label).toArray(LabelledFlow[]::new);
        judged = List.of(labelled).stream().map(judge::judge).toArray(Judgement[]::new);
    }

    private static List<Flow> flows(DemoLog log) throws IOException {
        FlowParser parser = log.format().parser().apply(List.of());
        List<Flow> flows = new ArrayList<>();
        try (LogRecords records = log.opener().open()) {
            for (Optional<byte[]> record = records.next(); record.isPresent(); record = records.next()) {
                try {
                    if (parser.read(record.get()) instanceof Flow flow) {
                        flows.add(flow);
                    }
                } catch (UnreadableFlowException e) {
                    // The demo has two such records on purpose.
                }
            }
        }
        return flows;
    }

    @Benchmark
    public LabelledFlow label(Work work) {
        return labeller.label(flows[place(work)]);
    }

    @Benchmark
    public Judgement judge(Work work) {
        return judge.judge(labelled[place(work)]);
    }

    @Benchmark
    public byte[] splice(Work work) {
        int place = place(work);
        return writer.write(labelled[place], judged[place]);
    }

    @Benchmark
    public int count(Work work) {
        int place = place(work);
        traffic.add(labelled[place], judged[place]);
        servers.add(labelled[place], judged[place]);
        return work.records % FLOWS_A_COMMIT == 0
                ? TrafficCounter.take(List.of(traffic)).size()
                        + ServerCounter.take(List.of(servers)).size()
                : 0;
    }

    private int place(Work work) {
        int place = next;
        next = place + 1 == flows.length ? 0 : place + 1;
        work.records++;
        return place;
    }
}
