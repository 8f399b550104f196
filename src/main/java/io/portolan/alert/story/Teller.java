package io.portolan.alert.story;

import io.portolan.alert.AlertFacts;
import io.portolan.alert.Alerts;
import io.portolan.alert.Moment;
import io.portolan.flow.Flow;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.judge.Rule;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Level;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryKind;
import io.portolan.schema.StoryPhase;
import io.portolan.schema.Verdict;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the alerts of a story: the first at once, then those that say something new, then the last. */
final class Teller {
    private final StoryKind kind;
    private final StorySettings settings;
    private final Function<Flow, LabelledFlow> labeller;

    Teller(StoryKind kind, StorySettings settings, Function<Flow, LabelledFlow> labeller) {
        this.kind = kind;
        this.settings = settings;
        this.labeller = labeller;
    }

    /**
     * The alert that a flow gives cause for, if it does.
     *
     * @param before verdict of the story before the flow
     */
    Optional<PortAlert> tell(Story story, Rule rule, Verdict before, long time) {
        Level severity = Alerts.severity(facts(story), ceiling(story, rule));
        if (story.raised == 0) {
            return Optional.of(byFlow(story, rule, StoryPhase.OPENED, null, time));
        }
        return change(story, before, severity, time)
                .map(change -> byFlow(story, rule, StoryPhase.UPDATED, change, time));
    }

    /** The last alert of a story that ended at the given time. */
    PortAlert end(Story story, Rule rule, String change, long time) {
        story.update++;
        return alert(story, rule, StoryPhase.CLOSED, change, time);
    }

    private Optional<String> change(Story story, Verdict before, Level severity, long time) {
        if (before != story.verdict) {
            return Optional.of("The verdict was " + before + " and is " + story.verdict + ".");
        }
        if (severity.compareTo(story.severity) > 0) {
            return Optional.of("The severity was " + text(story.severity) + " and is " + text(severity) + ".");
        }
        boolean due = time - story.raisedAt >= settings.update().toMillis();
        return due ? Optional.of(more(story) + " since the last alert.") : Optional.empty();
    }

    private PortAlert byFlow(Story story, Rule rule, StoryPhase phase, @Nullable String change, long time) {
        story.update = phase == StoryPhase.OPENED ? 0 : story.update + 1;
        story.raised++;
        story.raisedAt = Math.max(story.raisedAt, time);
        PortAlert alert = alert(story, rule, phase, change, time);
        story.severity = alert.getSeverity();
        story.flowsTold = story.flows;
        return alert;
    }

    private PortAlert alert(Story story, Rule rule, StoryPhase phase, @Nullable String change, long time) {
        Moment moment = new Moment(phase, story.update, change, Instant.ofEpochMilli(time));
        return Alerts.of(facts(story), rule, ceiling(story, rule), moment, story.origin());
    }

    private AlertFacts facts(Story story) {
        return AlertFacts.of(labelled(story), story.judgement(), story.gathered(kind));
    }

    /** The flow is labelled anew, so that an alert names what the registry says by now. */
    private LabelledFlow labelled(Story story) {
        try {
            return labeller.apply(Flow.of(story.flow));
        } catch (UnreadableFlowException e) {
            throw new IllegalStateException("the flow of a story cannot be read back", e);
        }
    }

    /** A rule that no longer raises alerts of a verdict leaves those that it raised at their lowest. */
    private static Level ceiling(Story story, Rule rule) {
        return rule.ceiling(story.verdict).orElse(Level.INFORMATIONAL);
    }

    static String more(Story story) {
        long more = story.flows - story.flowsTold;
        return more == 1 ? "1 more flow" : more + " more flows";
    }

    private static String text(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
