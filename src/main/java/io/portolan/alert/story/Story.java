package io.portolan.alert.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.alert.Gathered;
import io.portolan.alert.Parties;
import io.portolan.flow.Flow;
import io.portolan.judge.Judgement;
import io.portolan.judge.Role;
import io.portolan.schema.Level;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import io.portolan.schema.StoryKind;
import io.portolan.schema.Verdict;
import io.portolan.summary.Distinct;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one rule's story at a server, or of a scanner, has come to; a state that is kept: its fields are what is written.
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
final class Story implements Cloneable {
    private static final int PARTIES_WITH_BEATS = 4;

    String rule = "";
    boolean open;
    boolean firstSeen;

    /** The flow that tells most, as canonical bytes, and how it was judged. */
    byte[] flow = {};

    boolean flowIsOutside;
    Side watched = Side.UNKNOWN;
    Side server = Side.UNKNOWN;
    RoleBasis basis = RoleBasis.NONE;
    int confidence;
    Verdict verdict = Verdict.NONE;

    @Nullable
    String originTopic;

    int originPartition;
    long originOffset;

    Level severity = Level.INFORMATIONAL;
    int update;
    long raised;
    long raisedAt;
    long flowsTold;

    long flows;
    long bytesFromServer = Flow.UNKNOWN;
    long bytesFromClient = Flow.UNKNOWN;
    long firstStart = Long.MAX_VALUE;
    long lastEnd;
    long longest;
    boolean outside;

    /** Conversations that were counted and have not turned out to be a coincidence. */
    long conversations;

    Distinct parties = new Distinct();
    List<Beats> beats = new ArrayList<>();

    static Story of(String rule, boolean firstSeen) {
        Story story = new Story();
        story.rule = rule;
        story.open = true;
        story.firstSeen = firstSeen;
        return story;
    }

    /** One of its own. */
    Story copy() {
        Story copy = clone();
        copy.parties = parties.copy();
        copy.beats = new ArrayList<>();
        beats.forEach(each -> copy.beats.add(each.copy()));
        return copy;
    }

    /** Numbers, and what is never changed but replaced. */
    @Override
    protected Story clone() {
        try {
            return (Story) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is open and an alert told of it. */
    boolean isTold() {
        return open && raised > 0;
    }

    /** Adds a flow to the counts. */
    void count(Sighting sighting, String party) {
        Flow one = sighting.flow();
        Parties sides = sighting.parties();
        flows++;
        bytesFromServer = sum(bytesFromServer, sides.sentByServer());
        bytesFromClient = sum(bytesFromClient, sides.sentByClient());
        firstStart = Math.min(firstStart, one.startTime());
        lastEnd = Math.max(lastEnd, one.endTime());
        outside |= sides.oneIsOutside();
        parties.add(party);
    }

    /** Notes that a party came anew. */
    void beat(String party, long start) {
        Optional<Beats> known =
                beats.stream().filter(each -> each.party.equals(party)).findFirst();
        if (known.isEmpty() && beats.size() < PARTIES_WITH_BEATS) {
            beats.add(Beats.of(party));
            known = Optional.of(beats.get(beats.size() - 1));
        }
        known.ifPresent(each -> each.add(start));
    }

    /** Takes the flow as the one that tells most, if it does. */
    void tellMore(Sighting sighting) {
        Judgement judgement = sighting.alone();
        boolean fromOutside = sighting.parties().oneIsOutside();
        boolean worse = fromOutside == flowIsOutside ? judgement.role().confidence() > confidence : fromOutside;
        if (rank(judgement.verdict()) > rank(verdict) || (judgement.verdict() == verdict && worse)) {
            flowIsOutside = fromOutside;
            flow = new byte[sighting.flow().length()];
            sighting.flow().copyTo(flow, 0);
            watched = judgement.watched();
            server = judgement.role().server();
            basis = judgement.role().basis();
            confidence = judgement.role().confidence();
            verdict = judgement.verdict();
            sighting.origin().ifPresent(this::setOrigin);
        }
    }

    Judgement judgement() {
        return new Judgement(new Role(server, basis, confidence), verdict, watched);
    }

    Optional<RecordPosition> origin() {
        return Optional.ofNullable(originTopic).map(topic -> new RecordPosition(topic, originPartition, originOffset));
    }

    Gathered gathered(StoryKind kind) {
        return new Gathered(
                kind,
                firstSeen,
                outside,
                flows,
                raised,
                bytesFromServer,
                bytesFromClient,
                Instant.ofEpochMilli(firstStart),
                Instant.ofEpochMilli(lastEnd),
                Duration.ofMillis(longest),
                parties,
                beats.stream().flatMap(each -> each.period().stream()).findFirst());
    }

    private void setOrigin(RecordPosition position) {
        originTopic = position.getTopic();
        originPartition = position.getPartition();
        originOffset = position.getOffset();
    }

    private static long sum(long known, long more) {
        return more == Flow.UNKNOWN ? known : Math.max(0, known) + more;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case SESSION -> 3;
            case PROBE -> 2;
            case UNCERTAIN -> 1;
            case NONE, COINCIDENCE, ALLOWED -> 0;
        };
    }
}
