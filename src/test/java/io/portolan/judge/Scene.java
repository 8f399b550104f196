package io.portolan.judge;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Level;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.List;
import java.util.Map;

/** A flow for a test of judgement, told from its default: TCP over IPv4, and a sensor that says nothing. */
public final class Scene {
    /** The rule of the tests: 1274 over TCP, UDP and SCTP. */
    public static final Rule RULE = rule(Map.of(
            Verdict.SESSION, Level.HIGH,
            Verdict.PROBE, Level.LOW,
            Verdict.UNCERTAIN, Level.INFORMATIONAL));

    private final FlowBuilder flow;

    private Scene(String format) {
        this.flow = new FlowBuilder(format);
    }

    /** That rule with other levels. */
    public static Rule rule(Map<Verdict, Level> levels) {
        StringBuilder yaml = new StringBuilder("""
                title: Port 1274 in use
                id: 3d0c3f5e-6b8a-4a5f-9f0e-000000001274
                status: stable
                description: A test of 1274.
                tags: [attack.command-and-control, attack.t1571]
                logsource: {category: firewall}
                detection:
                  selection:
                    server.port: 1274
                    network.transport: [tcp, udp, sctp]
                  condition: selection
                level: high
                levels:
                """);
        levels.forEach((verdict, level) ->
                yaml.append("  ").append(verdict).append(": ").append(level).append('\n'));
        return rule(levels.isEmpty() ? yaml + "  {}" : yaml.toString());
    }

    /** A rule as it stands in a file. */
    public static Rule rule(String yaml) {
        try {
            return RuleFiles.rule("rule.yml", yaml);
        } catch (InvalidRuleException e) {
            throw new AssertionError(e);
        }
    }

    public static Scene tcp(int src, int dst) {
        return of("test", 6, src, dst);
    }

    public static Scene udp(int src, int dst) {
        return of("test", 17, src, dst);
    }

    /** A TCP record of AWS, which does not say who opened. */
    public static Scene aws(int src, int dst) {
        return of("aws-vpc", 6, src, dst).action(Action.ACCEPT);
    }

    public static Scene of(String format, int protocol, int src, int dst) {
        Scene scene = new Scene(format);
        scene.flow
                .protocol(protocol)
                .ports(src, dst)
                .addresses("198.51.100.7", "192.0.2.10")
                .times(1_700_000_000_500L, 1_700_000_001_750L)
                .counters(1, 60);
        return scene;
    }

    public Scene flags(int flags) {
        flow.tcpFlags(flags);
        return this;
    }

    public Scene sent(long packets, long bytes) {
        flow.counters(packets, bytes);
        return this;
    }

    public Scene received(long packets, long bytes) {
        flow.reverseCounters(packets, bytes);
        return this;
    }

    public Scene opened(Side side) {
        flow.initiator(side);
        return this;
    }

    public Scene state(FlowState state) {
        flow.state(state);
        return this;
    }

    public Scene action(Action action) {
        flow.action(action);
        return this;
    }

    public Scene addresses(String src, String dst) {
        flow.addresses(src, dst);
        return this;
    }

    public Scene sampled(int packetsPerSample) {
        flow.samplingRate(packetsPerSample);
        return this;
    }

    /** Another record reports it as well. */
    public Scene duplicate() {
        flow.duplicate(true);
        return this;
    }

    /** It began and ended at this time, milliseconds since the epoch. */
    public Scene at(long time) {
        flow.times(time, time);
        return this;
    }

    public Scene observer(String observer) {
        flow.observer(observer);
        return this;
    }

    public Flow flow() {
        try {
            return flow.build();
        } catch (UnreadableFlowException e) {
            throw new AssertionError(e);
        }
    }

    public LabelledFlow labelled() {
        return labelled(ChangingRegistry.ofKnownPorts());
    }

    public LabelledFlow labelled(ChangingRegistry registry) {
        return new Labeller(registry).label(flow());
    }

    /** What a judge says of it with the rule of the tests. */
    public Judgement judged() {
        return judged(labelled());
    }

    /** What a judge says of a flow with the rule of the tests. */
    public static Judgement judged(LabelledFlow labelled) {
        return new Judge(() -> new Rules(List.of(RULE))).judge(labelled);
    }
}
