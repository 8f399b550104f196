package io.portolan.flow.aws;

import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.Columns;
import io.portolan.flow.field.LineRecord;
import io.portolan.flow.field.SourceRecord;
import java.util.List;

/** Reads text lines, whose values stand between runs of blanks or between commas. */
final class AwsVpcLines {
    private static final Reading HEADER = new Reading.NotAFlow("header line");
    private static final String DEFAULT_VERSION = "2";

    private final SourceRecord record;
    private final AwsVpcFlow flows;
    private final LineRecord line;
    private final boolean configured;
    private final Columns standard;

    /** The header line seen last and its order; a log repeats it with every line. */
    private String headerLine = "";

    private Columns headerColumns;

    AwsVpcLines(List<String> columns, SourceRecord record, AwsVpcFlow flows) {
        this.record = record;
        this.flows = flows;
        this.configured = !columns.isEmpty();
        this.standard = configured ? AwsVpcHeader.configured(columns) : AwsVpcHeader.STANDARD;
        this.headerColumns = standard;
        this.line = new LineRecord(record, standard);
    }

    /** Adds what the lines of a text are; a header line before them gives the order, unless one is configured. */
    void addTo(ReadingBuilder readings, String text) {
        Columns columns = standard;
        int from = 0;
        boolean headed = false;
        boolean values = false;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end;
            int to = next > from && text.charAt(next - 1) == '\r' ? next - 1 : next;
            // A line of its own: who looks for its columns must not look through all lines behind it.
            String one = text.substring(from, to);
            if (!headed && isHeader(one)) {
                columns = configured ? standard : headerColumns;
                headed = true;
            } else if (!one.isEmpty()) {
                values |= addLine(readings, one, columns);
            }
            from = next + 1;
        }
        if (headed && !values) {
            readings.add(HEADER);
        }
    }

    /** Whether there was anything on the line. */
    private boolean addLine(ReadingBuilder readings, String text, Columns columns) {
        line.begin(columns);
        if (text.indexOf(',') >= 0) {
            putBetweenCommas(text);
        } else {
            putBetweenBlanks(text);
        }
        if (line.count() == 0) {
            return false;
        }
        try {
            line.end();
            expectDefaultVersion(columns);
            readings.add(flows.read(record));
        } catch (UnreadableFlowException e) {
            readings.add(e);
        }
        return true;
    }

    private void putBetweenBlanks(String text) {
        int start = 0;
        while (start < text.length()) {
            if (text.charAt(start) == ' ') {
                start++;
                continue;
            }
            int end = text.indexOf(' ', start);
            end = end < 0 ? text.length() : end;
            line.put(text.substring(start, end));
            start = end + 1;
        }
    }

    /** A value may stand between quotes; no value of AWS's has a comma or a quote in it. */
    private void putBetweenCommas(String text) {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(',', start);
            end = end < 0 ? text.length() : end;
            boolean quoted = end - start > 1 && text.charAt(start) == '"' && text.charAt(end - 1) == '"';
            line.put(
                    quoted
                            ? text.substring(start + 1, end - 1)
                            : text.substring(start, end).trim());
            start = end + 1;
        }
    }

    private void expectDefaultVersion(Columns columns) throws UnreadableFlowException {
        String version = record.text(AwsVpcFormat.VERSION);
        if (columns == standard && !configured && !version.equals(DEFAULT_VERSION)) {
            throw UnreadableFlowException.field(
                    "version", version, "and only 2 has a default order: name the columns in input.<name>.fields");
        }
    }

    private boolean isHeader(String text) {
        if (text.isEmpty() || !AwsVpcHeader.startsAsHeader((byte) text.charAt(0))) {
            return false;
        }
        if (text.equals(headerLine)) {
            return true;
        }
        if (!AwsVpcHeader.isHeader(text)) {
            return false;
        }
        headerLine = text;
        headerColumns = AwsVpcHeader.of(text);
        return true;
    }
}
