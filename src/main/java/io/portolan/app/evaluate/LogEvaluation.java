package io.portolan.app.evaluate;

import io.portolan.alert.story.LocalStories;
import io.portolan.alert.story.StorySettings;
import io.portolan.app.label.Complaints;
import io.portolan.app.label.FixedRegistry;
import io.portolan.app.label.LogLabelling;
import io.portolan.app.label.Output;
import io.portolan.app.label.OutputException;
import io.portolan.app.label.Tally;
import io.portolan.app.log.LogFile;
import io.portolan.app.replay.Place;
import io.portolan.flow.FlowFormat;
import io.portolan.judge.Judgement;
import io.portolan.judge.Rules;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.registry.Registry;
import java.util.List;

/** Reads, labels and judges logs as {@code portolan label} does, and hands every flow with its place to an evaluation. */
public final class LogEvaluation {
    private final Evaluation evaluation;
    private final LogLabelling labelling;
    private String log = "";
    private long before;

    /**
     * @param columns order of the columns, empty for the format's own
     * @throws IllegalArgumentException if the columns cannot be those of the format
     */
    public LogEvaluation(
            FlowFormat format,
            List<String> columns,
            Registry registry,
            Rules rules,
            StorySettings settings,
            Complaints complaints) {
        Labeller labeller = new Labeller(new FixedRegistry(registry));
        this.evaluation = new Evaluation(new LocalStories(() -> rules, labeller::label, settings), rules);
        this.labelling = new LogLabelling(format, columns, registry, rules, new Sightings(), complaints);
    }

    /**
     * Reads a log to its end. A log that cannot be read is complained about.
     *
     * @throws OutputException never, as nothing is written
     */
    public void read(LogFile file) throws OutputException {
        log = file.name();
        before = labelling.tally().records();
        labelling.read(file);
    }

    /** What was found, when all logs were read. */
    public Evaluation ended() {
        evaluation.end();
        return evaluation;
    }

    /** What was read. */
    public Tally tally() {
        return labelling.tally();
    }

    private final class Sightings implements Output {
        @Override
        public void write(LabelledFlow labelled, Judgement judgement) {
            evaluation.sighted(
                    labelled, judgement, new Place(log, labelling.tally().records() - before));
        }

        @Override
        public void end() {
            // The stories end once, behind the last log.
        }

        @Override
        public void flush() {
            // Nothing is written.
        }
    }
}
