package io.portolan.topology;

import io.portolan.flow.AvroFlowParser;
import io.portolan.flow.FlowParser;
import io.portolan.flow.auto.AutoFormat;
import io.portolan.flow.avro.AvroFormat;
import io.portolan.schema.FlowLog;
import io.portolan.wire.TargetLayout;
import io.portolan.wire.WriterRecords;
import java.util.function.Supplier;

/**
 * Finds the parser of an input: that of its format, and around it what reads the wire format of a schema registry where the
 * format may come in it.
 *
 * @param avro serdes of the schema registry
 */
record InputParsers(AvroSerdes avro) {
    /** Makes a parser for each task. */
    Supplier<FlowParser> of(Input input) {
        TargetLayout layout = new TargetLayout(avro.generic(), FlowLog.getClassSchema());
        return () -> {
            FlowParser parser = input.format().parser().apply(input.fields());
            FramedFlowParser canonical = new FramedFlowParser(input.topic(), layout);
            return switch (input.format().name()) {
                case AvroFormat.NAME -> canonical;
                case AutoFormat.NAME ->
                    new AutoFramedParser(input.topic(), canonical, registered(input, parser), records());
                default -> parser instanceof AvroFlowParser ? registered(input, parser) : parser;
            };
        };
    }

    private RegisteredFlowParser registered(Input input, FlowParser parser) {
        return new RegisteredFlowParser(input.topic(), (AvroFlowParser) parser, records());
    }

    private WriterRecords records() {
        return new WriterRecords(avro.generic());
    }
}
