package io.portolan.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.alert.Alerts;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories that end a part at a time come to what they come to when all end at once, whenever the parts are. */
class StoriesInPartsTest {
    private static final int SERVERS = 2 * Shelf.MOST_AT_ONCE;
    private static final int OFTEN_SEEN = 20;
    private static final int ROUNDS = 3;
    private static final int STEPS_OF_ROUND = 3 * SERVERS / 2;
    private static final long MINUTE = 60_000;
    private static final long QUIET = 90 * MINUTE;

    private final Rules rules = new Rules(List.of(Scene.RULE));
    private final Labeller labeller = new Labeller(ChangingRegistry.ofKnownPorts());

    /** What comes to the stories: a flow, a reading of the clock, or a server that has become part of a scan. */
    private interface Step extends Function<ServerStories, List<PortAlert>> {}

    @Test
    void whatIsDueAtOnceIsEndedAPartAtATime() {
        ServerStories stories = stories(new LocalStoryStore());
        for (int server = 0; server < Shelf.MOST_AT_ONCE + 1; server++) {
            stories.sighted(sighting(server, Told.BEGINNING, FlowState.CLOSED));
        }

        assertThat(stories.advance(Told.BEGINNING + QUIET)).hasSize(Shelf.MOST_AT_ONCE);
        assertThat(stories.isBehind()).isTrue();
        assertThat(stories.catchUp()).hasSize(1);
        assertThat(stories.isBehind()).isFalse();
        assertThat(stories.open()).isZero();
    }

    @Test
    void flowsThatComeLaterThanTheirStoryCouldEndAreOneStoryUntilTheClockGoesOn() {
        ServerStories stories = stories(new LocalStoryStore());
        long clock = Told.BEGINNING + 2 * QUIET;
        stories.advance(clock);

        assertThat(stories.sighted(sighting(1, Told.BEGINNING, FlowState.CLOSED))
                        .alerts())
                .hasSize(1);
        assertThat(stories.sighted(sighting(1, Told.BEGINNING + MINUTE, FlowState.CLOSED))
                        .alerts())
                .isEmpty();
        assertThat(stories.advance(clock)).isEmpty();
        assertThat(stories.advance(clock + MINUTE)).hasSize(1);
        assertThat(stories.open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void alertsAreThoseOfStoriesThatAllEndAtOnce(long seed) {
        List<Step> script = script(new Random(seed));
        Map<String, List<String>> atOnce = run(script, new Random(0), true);

        assertThat(atOnce.toString()).contains("CLOSED", "OPENED", "UPDATED");
        assertThat(run(script, new Random(seed), false)).isEqualTo(atOnce);
        assertThat(run(script, new Random(-seed), false)).isEqualTo(atOnce);
    }

    /** The alerts by their key. Those that take their time catch up now and then, and are started again now and then. */
    private Map<String, List<String>> run(List<Step> script, Random random, boolean atOnce) {
        StoryStore store = new LocalStoryStore();
        ServerStories stories = stories(store);
        List<PortAlert> alerts = new ArrayList<>();
        for (Step step : script) {
            alerts.addAll(step.apply(stories));
            if (!atOnce && random.nextInt(500) == 0) {
                stories.write();
                stories = stories(store);
            }
            while (stories.isBehind() && (atOnce || random.nextInt(400) == 0)) {
                alerts.addAll(stories.catchUp());
            }
        }
        while (stories.isBehind()) {
            alerts.addAll(stories.catchUp());
        }
        assertThat(stories.open()).isZero();
        Map<String, List<String>> byKey = new TreeMap<>();
        alerts.forEach(alert -> byKey.computeIfAbsent(Alerts.key(alert), key -> new ArrayList<>())
                .add(alert.toString()));
        return byKey;
    }

    /** Many servers are seen, then event time is so late that all are due; some flows and some readings come late. */
    private List<Step> script(Random random) {
        List<Step> steps = new ArrayList<>();
        long time = Told.BEGINNING;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < STEPS_OF_ROUND; i++) {
                steps.add(step(random, time));
                time += random.nextInt(500);
            }
            time += QUIET;
            steps.add(clock(time));
        }
        steps.add(clock(time + QUIET));
        steps.add(clock(time + 2 * QUIET));
        return steps;
    }

    private Step step(Random random, long time) {
        int server = random.nextInt(random.nextInt(4) == 0 ? OFTEN_SEEN : SERVERS);
        long late = random.nextInt(5) == 0 ? random.nextInt(4) * QUIET / 2 : 0;
        return switch (random.nextInt(400)) {
            case 0 -> clock(time - late);
            case 1, 2, 3, 4 -> stories -> stories.fold(key(server), "a scan", "198.51.100.7", time);
            default -> flow(server, time - late, random.nextInt(8) == 0 ? FlowState.ATTEMPT : FlowState.CLOSED);
        };
    }

    private static Step clock(long time) {
        return stories -> stories.advance(time);
    }

    private Step flow(int server, long time, FlowState state) {
        Sighting sighting = sighting(server, time, state);
        return stories -> stories.sighted(sighting).alerts();
    }

    private ServerStories stories(StoryStore store) {
        return new ServerStories(new Ground(() -> rules, labeller::label, StorySettings.defaults(), store));
    }

    private Sighting sighting(int server, long time, FlowState state) {
        int answered = state == FlowState.ATTEMPT ? 0 : 6;
        FlowBuilder flow = new FlowBuilder("test")
                .protocol(6)
                .addresses("198.51.100.7", address(server))
                .ports(50_000, 1274)
                .times(time, time)
                .initiator(Side.SOURCE)
                .counters(6, 600)
                .reverseCounters(answered, 100L * answered)
                .state(state);
        try {
            LabelledFlow labelled = labeller.label(flow.build());
            return Sighting.of(labelled, new Judge(() -> rules).judge(labelled), Optional.empty())
                    .orElseThrow();
        } catch (UnreadableFlowException e) {
            throw new AssertionError(e);
        }
    }

    private String key(int server) {
        return sighting(server, Told.BEGINNING, FlowState.CLOSED).serverKey();
    }

    private static String address(int server) {
        return "2001:db8::%x".formatted(server);
    }
}
