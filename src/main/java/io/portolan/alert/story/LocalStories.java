package io.portolan.alert.story;

import io.portolan.flow.Flow;
import io.portolan.judge.Judgement;
import io.portolan.judge.Rules;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.PortAlert;
import io.portolan.schema.RecordPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stories of a log that is read in one place, kept in memory, as the job tells them of a topic. */
public final class LocalStories {
    private final ServerStories servers;
    private final ScanStories scans;
    private long time = Long.MIN_VALUE;

    public LocalStories(Supplier<Rules> rules, Function<Flow, LabelledFlow> labeller, StorySettings settings) {
        this(
                new Ground(rules, labeller, settings, new LocalStoryStore()),
                new Ground(rules, labeller, settings, new LocalStoryStore()));
    }

    LocalStories(Ground servers, Ground scans) {
        this.servers = new ServerStories(servers);
        this.scans = new ScanStories(scans);
    }

    /**
     * Takes in one flow.
     *
     * @param alone how it was judged by itself
     * @param origin where in Kafka it was read, empty if it was not
     * @return the verdict on its conversation, and alerts, those of stories that ended before it among them
     */
    public Outcome sighted(LabelledFlow labelled, Judgement alone, Optional<RecordPosition> origin) {
        List<PortAlert> alerts = new ArrayList<>(advance(labelled.flow().endTime()));
        Optional<Sighting> sighting = Sighting.of(labelled, alone, origin);
        if (sighting.isEmpty()) {
            return new Outcome(alone.verdict(), alerts);
        }
        Outcome outcome = sighting.get().isAttempt() ? attempted(sighting.get()) : servers.sighted(sighting.get());
        alerts.addAll(outcome.alerts());
        return new Outcome(outcome.verdict(), alerts);
    }

    /** Ends what was quiet for long enough by the given event time, milliseconds since the epoch. */
    public List<PortAlert> advance(long now) {
        time = Math.max(time, now);
        List<PortAlert> alerts = new ArrayList<>(scans.advance(time));
        while (scans.isBehind()) {
            alerts.addAll(scans.catchUp());
        }
        alerts.addAll(servers.advance(time));
        while (servers.isBehind()) {
            alerts.addAll(servers.catchUp());
        }
        return alerts;
    }

    /** Ends all stories: nothing more will come. */
    public List<PortAlert> end() {
        return advance(Long.MAX_VALUE);
    }

    /** Writes what has changed to the stores, for somebody who looks into them. */
    void write() {
        scans.write();
        servers.write();
    }

    private Outcome attempted(Sighting sighting) {
        ScanStories.Probe probe = scans.sighted(sighting);
        List<PortAlert> alerts = new ArrayList<>(probe.outcome().alerts());
        String scanner = sighting.parties().client().getAddress();
        for (String server : probe.folded()) {
            alerts.addAll(servers.fold(server, sighting.scanKey(), scanner, sighting.time()));
        }
        Outcome outcome = probe.passedOn() ? servers.sighted(sighting) : probe.outcome();
        alerts.addAll(probe.passedOn() ? outcome.alerts() : List.of());
        return new Outcome(outcome.verdict(), alerts);
    }
}
