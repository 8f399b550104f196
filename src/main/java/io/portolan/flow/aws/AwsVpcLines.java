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
            if (!headed && isHeader(text, from, to)) {
                columns = configured ? standard : headerColumns;
                headed = true;
            } else if (to > from) {
                values |= addLine(readings, text, from, to, columns);
            }
            from = next + 1;
        }
        if (headed && !values) {
            readings.add(HEADER);
        }
    }

    /** Whether there was anything on the line. */
    private boolean addLine(ReadingBuilder readings, String text, int from, int to, Columns columns) {
        line.begin(columns);
        if (hasComma(text, from, to)) {
            putBetweenCommas(text, from, to);
        } else {
            putBetweenBlanks(text, from, to);
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

    private static boolean hasComma(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ',') {
                return true;
            }
        }
        return false;
    }

    private void putBetweenBlanks(String text, int from, int to) {
        int start = from;
        while (start < to) {
            if (text.charAt(start) == ' ') {
                start++;
                continue;
            }
            int end = text.indexOf(' ', start);
            end = end < 0 || end > to ? to : end;
            line.put(text.substring(start, end));
            start = end + 1;
        }
    }

    /** A value may stand between quotes; no value of AWS's has a comma or a quote in it. */
    private void putBetweenCommas(String text, int from, int to) {
        int start = from;
        while (start <= to) {
            int end = text.indexOf(',', start);
            end = end < 0 || end > to ? to : end;
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

    private boolean isHeader(String text, int from, int to) {
        if (from == to || !AwsVpcHeader.startsAsHeader((byte) text.charAt(from))) {
            return false;
        }
        if (headerLine.length() == to - from && text.startsWith(headerLine, from)) {
            return true;
        }
        String first = text.substring(from, to);
        if (!AwsVpcHeader.isHeader(first)) {
            return false;
        }
        headerLine = first;
        headerColumns = AwsVpcHeader.of(first);
        return true;
    }
}
