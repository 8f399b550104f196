package io.portolan.flow.auto;

import io.portolan.flow.AvroFlowParser;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;

/** Reads each record by the parser of the format that it is recognised as. */
final class AutoParser implements AvroFlowParser {
    private static final int SHOWN = 24;

    private final List<FlowFormat> formats;
    private final FormatFinder finder;
    private final Map<String, FlowParser> parsers = new HashMap<>();

    AutoParser(List<FlowFormat> formats) {
        this.formats = List.copyOf(formats);
        this.finder = new FormatFinder(formats);
    }

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        if (record.length == 0) {
            return new Reading.NotAFlow("empty record");
        }
        FlowFormat format = finder.find(record).orElseThrow(() -> unknown(record));
        try {
            return parser(format).read(record);
        } catch (UnreadableFlowException e) {
            throw takenAs(format, e);
        }
    }

    /** A record of the first format that has Avro schemas of its own. */
    @Override
    public Reading read(IndexedRecord record) throws UnreadableFlowException {
        for (FlowFormat format : formats) {
            if (parser(format) instanceof AvroFlowParser parser) {
                try {
                    return parser.read(record);
                } catch (UnreadableFlowException e) {
                    throw takenAs(format, e);
                }
            }
        }
        throw new UnreadableFlowException("no format has records of the schema "
                + UnreadableFlowException.shown(record.getSchema().getFullName()));
    }

    private static UnreadableFlowException takenAs(FlowFormat format, UnreadableFlowException cause) {
        return new UnreadableFlowException("taken as " + format.name() + ": " + cause.getMessage());
    }

    private FlowParser parser(FlowFormat format) {
        return parsers.computeIfAbsent(format.name(), name -> format.parser().apply(List.of()));
    }

    private static UnreadableFlowException unknown(byte[] record) {
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < Math.min(record.length, SHOWN); i++) {
            start.append(record[i] < ' ' ? '.' : (char) record[i]);
        }
        return new UnreadableFlowException("the record begins with " + UnreadableFlowException.shown(start)
                + " and is no record of a known format: name the format of the input");
    }
}
