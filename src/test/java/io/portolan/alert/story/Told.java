package io.portolan.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.alert.Alerts;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.judge.Judge;
import io.portolan.judge.Rules;
import io.portolan.judge.Scene;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.schema.FlowState;
import io.portolan.schema.PortAlert;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Stories as a test tells them: flows at seconds after a beginning, and the alerts that they raised, a line each. */
final class Told {
    static final long BEGINNING = 1_700_000_000_000L;

    private final Rules rules;
    private final Judge judge;
    private final Labeller labeller = new Labeller(ChangingRegistry.ofKnownPorts());
    private final LocalStories stories;
    private final List<PortAlert> alerts = new ArrayList<>();
    private Verdict last = Verdict.NONE;
    private boolean withoutLabels;

    Told() {
        this(StorySettings.defaults());
    }

    Told(StorySettings settings) {
        this(settings, new LocalStoryStore());
    }

    /** With a store of one's own for the stories of servers. */
    Told(StorySettings settings, StoryStore servers) {
        this.rules = new Rules(List.of(Scene.RULE));
        this.judge = new Judge(() -> rules);
        this.stories = new LocalStories(
                new Ground(() -> rules, this::labelledAnew, settings, servers),
                new Ground(() -> rules, this::labelledAnew, settings, new LocalStoryStore()));
    }

    /** From now on stories cannot have a flow labelled, or can again. */
    Told withoutLabels(boolean fails) {
        withoutLabels = fails;
        return this;
    }

    /** A flow of a second's length from one endpoint to another, "10.0.0.5:50000" each, in a format. */
    Told flow(String format, int protocol, long second, String src, String dst, Consumer<FlowBuilder> more) {
        FlowBuilder flow = new FlowBuilder(format)
                .protocol(protocol)
                .addresses(address(src), address(dst))
                .ports(port(src), port(dst))
                .times(BEGINNING + second * 1000, BEGINNING + second * 1000 + 1000);
        more.accept(flow);
        return sighted(built(flow));
    }

    /** A TCP connection of Zeek's kind: who opened is stated, and both directions are counted. */
    Told connection(long second, String client, String server, Consumer<FlowBuilder> more) {
        return flow("test", 6, second, client, server, flow -> {
            flow.initiator(Side.SOURCE);
            more.accept(flow);
        });
    }

    Told session(long second, String client, String server) {
        return connection(
                second,
                client,
                server,
                flow -> flow.counters(6, 600).reverseCounters(6, 500).state(FlowState.CLOSED));
    }

    Told probe(long second, String client, String server) {
        return connection(
                second,
                client,
                server,
                flow -> flow.counters(1, 60).reverseCounters(0, 0).state(FlowState.ATTEMPT));
    }

    /** A one-way record of AWS without flags: so many packets and bytes. */
    Told oneWay(long second, String src, String dst, long packets, long bytes) {
        return flow("aws-vpc", 6, second, src, dst, flow -> flow.counters(packets, bytes));
    }

    Told advance(long second) {
        alerts.addAll(stories.advance(BEGINNING + second * 1000));
        return this;
    }

    /** All has been written to the stores. */
    Told written() {
        stories.write();
        return this;
    }

    Told end() {
        alerts.addAll(stories.end());
        return this;
    }

    List<PortAlert> alerts() {
        return alerts;
    }

    PortAlert lastAlert() {
        assertThat(alerts).isNotEmpty();
        return alerts.get(alerts.size() - 1);
    }

    Verdict lastVerdict() {
        return last;
    }

    /** The alerts since the last call: phase, kind, verdict, severity and key of each. */
    List<String> lines() {
        List<String> lines = alerts.stream()
                .map(alert -> String.join(
                        " ",
                        alert.getPhase().toString(),
                        alert.getStory().toString(),
                        alert.getVerdict().toString(),
                        alert.getSeverity().toString(),
                        Alerts.key(alert)))
                .toList();
        alerts.clear();
        return lines;
    }

    private LabelledFlow labelledAnew(Flow flow) {
        if (withoutLabels) {
            throw new IllegalStateException("no labels today");
        }
        return labeller.label(flow);
    }

    private Told sighted(Flow flow) {
        LabelledFlow labelled = labeller.label(flow);
        Outcome outcome = stories.sighted(labelled, judge.judge(labelled), Optional.empty());
        last = outcome.verdict();
        alerts.addAll(outcome.alerts());
        return this;
    }

    private static Flow built(FlowBuilder flow) {
        try {
            return flow.build();
        } catch (UnreadableFlowException e) {
            throw new AssertionError(e);
        }
    }

    private static String address(String endpoint) {
        return endpoint.substring(0, endpoint.lastIndexOf(':'));
    }

    private static int port(String endpoint) {
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }
}
