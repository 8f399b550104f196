package io.portolan.app.label;

import io.portolan.judge.EnrichedFlowReader;
import io.portolan.judge.EnrichedFlowWriter;
import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;
import java.io.IOException;

/** Prints every flow as the record that the job would write. */
public final class EnrichedOutput implements Output {
    private final EnrichedFlowWriter writer = new EnrichedFlowWriter(new byte[0]);
    private final EnrichedFlowReader reader = new EnrichedFlowReader();
    private final FlowPrinter printer;

    public EnrichedOutput(FlowPrinter printer) {
        this.printer = printer;
    }

    @Override
    public void write(LabelledFlow labelled, Judgement judgement) throws IOException {
        printer.print(reader.read(writer.write(labelled, judgement)));
    }

    @Override
    public void flush() throws IOException {
        printer.flush();
    }
}
