package io.portolan.bench;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.format.Fixtures;
import io.portolan.flow.format.FlowFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a fixture that are flows; all others are left out, as a log has few of them.
 *
 * @param format of the log
 * @param file its name in the format's folder
 * @param records in their order; empty if none of them is a flow
 * @param flows in all records
 */
record SampleLog(FlowFormat format, String file, List<byte[]> records, int flows) {
    private static final String SEPARATOR = "/";

    /** The logs of all formats in which there are flows. */
    static List<SampleLog> all() throws IOException {
        List<SampleLog> logs = new ArrayList<>();
        for (FlowFormat format : FlowFormats.all()) {
            for (Path file : Fixtures.files(format)) {
                SampleLog log = of(format, file.getFileName().toString());
                if (log.flows > 0) {
                    logs.add(log);
                }
            }
        }
        return logs;
    }

    /** The log of a {@link #key}. */
    static SampleLog of(String key) throws IOException {
        String[] parts = key.split(SEPARATOR, 2);
        return of(FlowFormats.named(parts[0]), parts[1]);
    }

    private static SampleLog of(FlowFormat format, String file) throws IOException {
        FlowParser parser = format.parser().apply(List.of());
        List<byte[]> records = new ArrayList<>();
        int flows = 0;
        for (byte[] record : Fixtures.records(format, file)) {
            int more = flows(parser, record);
            if (more > 0) {
                records.add(record);
                flows += more;
            }
        }
        return new SampleLog(format, file, records, flows);
    }

    private static int flows(FlowParser parser, byte[] record) {
        try {
            Reading reading = parser.read(record);
            return reading instanceof Reading.Flows several ? several.flows().size() : reading instanceof Flow ? 1 : 0;
        } catch (UnreadableFlowException e) {
            // The fixtures have such records on purpose.
            return 0;
        }
    }

    String key() {
        return format.name() + SEPARATOR + file;
    }

    double flowsPerRecord() {
        return (double) flows / records.size();
    }

    /** Mean size, in bytes. */
    long recordSize() {
        return Math.round(
                records.stream().mapToInt(record -> record.length).average().orElseThrow());
    }
}
