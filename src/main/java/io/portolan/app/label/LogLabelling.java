package io.portolan.app.label;

import io.portolan.app.log.LogFile;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.LogRecords;
import io.portolan.flow.PastFlows;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.judge.Judge;
import io.portolan.judge.Judgement;
import io.portolan.judge.Rules;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.registry.Registry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Labels and judges the flows of logs, as the job does it with those of a topic. */
public final class LogLabelling {
    private final FlowFormat format;
    private final FlowParser parser;
    private final Labeller labeller;
    private final Judge judge;
    private final Output output;
    private final Complaints complaints;
    private final Tally tally = new Tally();

    /**
     * @param columns order of the columns, empty for the format's own
     * @throws IllegalArgumentException if the columns cannot be those of the format
     */
    public LogLabelling(
            FlowFormat format,
            List<String> columns,
            Registry registry,
            Rules rules,
            Output output,
            Complaints complaints) {
        this.format = format;
        this.parser = new PastFlows(format.parser().apply(columns), System::currentTimeMillis);
        this.labeller = new Labeller(new FixedRegistry(registry));
        this.judge = new Judge(() -> rules);
        this.output = output;
        this.complaints = complaints;
    }

    /** What was seen so far. */
    public Tally tally() {
        return tally;
    }

    /**
     * Reads a log to its end. A log that cannot be read is complained about.
     *
     * @throws OutputException if the output takes no more
     */
    public void read(LogFile file) throws OutputException {
        long before = tally.records();
        try (LogRecords records = format.file().open(file.open(output))) {
            for (Optional<byte[]> next = records.next(); next.isPresent(); next = records.next()) {
                tally.countRecord();
                read(file, tally.records() - before, next.get());
            }
        } catch (OutputException e) {
            throw e;
        } catch (IOException e) {
            tally.countUnreadableFile();
            complaints.unreadableFile(file, tally.records() - before, e);
        }
    }

    /** Has the output write what it still holds. */
    public void flush() throws IOException {
        output.flush();
    }

    private void read(LogFile file, long number, byte[] record) throws IOException {
        try {
            Reading reading = parser.read(record);
            if (reading instanceof Flow flow) {
                label(flow);
            } else if (reading instanceof Reading.Flows several) {
                for (Flow flow : several.flows()) {
                    label(flow);
                }
                several.unreadable().forEach(part -> complain(file, number, part.cause()));
            } else if (reading instanceof Reading.NotAFlow other) {
                tally.countNotAFlow(other.reason());
            }
        } catch (UnreadableFlowException e) {
            complain(file, number, e.getMessage());
        }
    }

    private void label(Flow flow) throws IOException {
        LabelledFlow labelled = labeller.label(flow);
        Judgement judgement = judge.judge(labelled);
        tally.countFlow(judgement.verdict());
        output.write(labelled, judgement);
    }

    private void complain(LogFile file, long number, String cause) {
        tally.countUnreadable();
        complaints.unreadableRecord(file, number, cause);
    }
}
