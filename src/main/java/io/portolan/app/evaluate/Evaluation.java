package io.portolan.app.evaluate;

import io.portolan.alert.story.LocalStories;
import io.portolan.alert.story.Outcome;
import io.portolan.app.replay.Place;
import io.portolan.flow.Flow;
import io.portolan.judge.Judgement;
import io.portolan.judge.Rules;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.PortAlert;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the conversations of a log that touch a watched port, and keeps what was said of each last. */
public final class Evaluation {
    private final LocalStories stories;
    private final Rules rules;
    private final AlertBook book;
    private final Map<Conversation, LastWord> words = new LinkedHashMap<>();

    private record LastWord(Place place, Verdict verdict, Party watched, Map<Heuristic, Long> heuristics) {
        /** What is said last wins; where it was first seen stays. */
        LastWord then(LastWord last) {
            Map<Heuristic, Long> sum = new EnumMap<>(heuristics);
            last.heuristics.forEach((heuristic, alerts) -> sum.merge(heuristic, alerts, Long::sum));
            return new LastWord(place, last.verdict, last.watched, sum);
        }
    }

    /**
     * @param stories that tell of the log; nobody else may tell them a flow
     * @param rules by which they tell
     */
    public Evaluation(LocalStories stories, Rules rules) {
        this.stories = stories;
        this.rules = rules;
        this.book = new AlertBook(rules);
    }

    /**
     * Takes in one flow.
     *
     * @param alone how it was judged by itself
     */
    public void sighted(LabelledFlow labelled, Judgement alone, Place place) {
        Outcome outcome = stories.sighted(labelled, alone, Optional.empty());
        book.add(outcome.alerts());
        // A repeated record is none: the story does not look at it, and what its conversation is stands already.
        if (alone.watched() != Side.UNKNOWN && !labelled.flow().isDuplicate()) {
            keep(labelled, alone.watched(), outcome.verdict(), place);
        }
    }

    /** Ends all stories. */
    public void end() {
        book.add(stories.end());
    }

    /** All alerts, in the order in which they were raised. */
    public List<PortAlert> alerts() {
        return book.all();
    }

    public int stories() {
        return book.stories();
    }

    /** What was said of each conversation, in the order in which they began in the log. */
    public List<Judged> judged() {
        return words.entrySet().stream()
                .map(entry -> judged(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void keep(LabelledFlow labelled, Side watched, Verdict verdict, Place place) {
        Flow flow = labelled.flow();
        Party party = watched == Side.SOURCE
                ? new Party(flow.srcAddress(), flow.srcPort())
                : new Party(flow.dstAddress(), flow.dstPort());
        words.merge(
                Conversation.of(labelled), new LastWord(place, verdict, party, heuristics(labelled)), LastWord::then);
    }

    private Map<Heuristic, Long> heuristics(LabelledFlow labelled) {
        Map<Heuristic, Long> alerts = new EnumMap<>(Heuristic.class);
        for (Heuristic heuristic : Heuristic.values()) {
            if (heuristic.alerts(labelled, rules)) {
                alerts.put(heuristic, 1L);
            }
        }
        return alerts;
    }

    private Judged judged(Conversation conversation, LastWord word) {
        Party client = conversation.otherThan(word.watched());
        boolean attempt = word.verdict() == Verdict.PROBE || word.verdict() == Verdict.UNCERTAIN;
        boolean scan = attempt
                && book.tellsOfScan(
                        conversation.transport(),
                        client.address(),
                        word.watched().port());
        return new Judged(
                conversation,
                word.place(),
                scan ? Finding.SCAN : Finding.of(word.verdict()),
                word.watched(),
                book.level(conversation.transport(), word.watched(), client, word.verdict()),
                book.summary(conversation.transport(), word.watched(), client, word.verdict()),
                word.heuristics());
    }
}
