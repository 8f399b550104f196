package io.portolan.bench;

import io.portolan.app.label.FixedRegistry;
import io.portolan.flow.Flow;
import io.portolan.judge.EnrichedFlowWriter;
import io.portolan.judge.Judge;
import io.portolan.judge.Rule;
import io.portolan.judge.Rules;
import io.portolan.judge.Scene;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.registry.PortKey;
import io.portolan.registry.Registry;
import io.portolan.registry.Transport;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortAssignment;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What labelling, judging and splicing a flow takes, from clients' ports in any order, as the registry and the rules grow. No
 * rule can match: a flow that one does match costs more, and there are few of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
public class GrowthBenchmark {
    private static final int PORTS = PortKey.MAX_PORT + 1;
    private static final int FIRST_DYNAMIC = 49_152;
    private static final int FIRST_OF_RULES = 2_000;
    private static final int FLOWS = 50_000;

    /** Entries of the registry; there are four times 65,536 at most. */
    @Param({"1000", "10000", "98365", "200000"})
    public int entries;

    /** Rules, each of another server port. */
    @Param({"1", "10", "100", "1000"})
    public int rules;

    private final EnrichedFlowWriter writer = new EnrichedFlowWriter(new byte[5]);
    private final Flow[] flows = new Flow[FLOWS];
    private Labeller labeller = new Labeller(new FixedRegistry(Registry.of(List.of(), "none")));
    private Judge judge = new Judge(new Rules(List.of()));
    private int next;

    @Setup
    public void fill() {
        labeller = new Labeller(new FixedRegistry(registry(entries)));
        judge = new Judge(new Rules(rules(rules)));
        Random random = new Random(entries);
        for (int i = 0; i < FLOWS; i++) {
            flows[i] = Scene.tcp(random.nextInt(FIRST_DYNAMIC, PORTS), random.nextBoolean() ? 443 : 53)
                    .flow();
        }
    }

    private static Registry registry(int entries) {
        List<PortAssignment> all = IntStream.range(0, entries)
                .mapToObj(i -> new PortKey(Transport.values()[i / PORTS], i % PORTS))
                .map(key -> ChangingRegistry.entry(key.toString(), Documentation.BARE, "service-" + key.port()))
                .toList();
        return Registry.of(all, ChangingRegistry.VERSION);
    }

    private static List<Rule> rules(int count) {
        return IntStream.range(FIRST_OF_RULES, FIRST_OF_RULES + count)
                .mapToObj(port -> Scene.rule("""
                        title: Port %d in use
                        id: %s
                        status: stable
                        logsource: {category: firewall}
                        detection:
                          selection: {server.port: %d}
                          condition: selection
                        level: low
                        """.formatted(port, new UUID(0, port), port)))
                .toList();
    }

    @Benchmark
    public byte[] flow(Work work) {
        Flow flow = flows[next];
        next = next + 1 == FLOWS ? 0 : next + 1;
        work.records++;
        LabelledFlow labelled = labeller.label(flow);
        return writer.write(labelled, judge.judge(labelled));
    }
}
