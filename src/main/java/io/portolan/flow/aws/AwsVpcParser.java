package io.portolan.flow.aws;

import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.json.JsonRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads records of VPC flow logs; JSON begins with a brace, anything else is text. */
final class AwsVpcParser implements FlowParser {
    private static final Reading HEADER = new Reading.NotAFlow("header line");
    private static final String EMPTY = "empty record";
    private static final String DEFAULT_VERSION = "2";

    private final AwsVpcRecord entry = new AwsVpcRecord();
    private final ReadingBuilder readings = new ReadingBuilder();
    private final boolean configured;
    private final AwsVpcColumns standard;

    /** The header line seen last and its order; a log repeats it with every line. */
    private byte[] headerLine = {};

    private AwsVpcColumns headerColumns;

    AwsVpcParser(List<String> columns) {
        this.configured = !columns.isEmpty();
        this.standard = configured ? AwsVpcColumns.configured(columns) : AwsVpcColumns.standard();
        this.headerColumns = standard;
    }

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        int first = 0;
        while (first < record.length && Character.isWhitespace(record[first])) {
            first++;
        }
        if (first == record.length) {
            return new Reading.NotAFlow(EMPTY);
        }
        return record[first] == '{' ? JsonRecord.read(record, entry, readings, EMPTY) : readLines(record, first);
    }

    private Reading readLines(byte[] record, int first) throws UnreadableFlowException {
        int start = first;
        AwsVpcColumns columns = standard;
        if (Character.isLetter(record[first])) {
            int end = lineEnd(record, first);
            if (isHeader(record, first, end)) {
                columns = configured ? standard : headerColumns;
                start = Math.min(end + 1, record.length);
            }
        }
        return start == record.length ? HEADER : readLines(record, start, columns);
    }

    private Reading readLines(byte[] record, int start, AwsVpcColumns columns) throws UnreadableFlowException {
        String text = new String(record, start, record.length - start, StandardCharsets.UTF_8);
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end;
            readLine(text, from, next > from && text.charAt(next - 1) == '\r' ? next - 1 : next, columns);
            from = next + 1;
        }
        return readings.build(record, EMPTY);
    }

    private void readLine(String text, int from, int to, AwsVpcColumns columns) {
        try {
            int found = readColumns(text, from, to, columns);
            if (found > 0) {
                columns.expectSize(found);
                expectDefaultVersion(columns);
                readings.add(entry.read());
            }
        } catch (UnreadableFlowException e) {
            readings.add(e);
        }
    }

    /** Hands over the columns between runs of spaces and returns how many there are. */
    private int readColumns(String text, int from, int to, AwsVpcColumns columns) throws UnreadableFlowException {
        entry.clear();
        int column = 0;
        UnreadableFlowException refusal = null;
        int start = from;
        while (start < to) {
            if (text.charAt(start) == ' ') {
                start++;
                continue;
            }
            int end = text.indexOf(' ', start);
            end = end < 0 || end > to ? to : end;
            if (column < columns.size() && refusal == null) {
                refusal = readColumn(columns, column, text, start, end);
            }
            column++;
            start = end + 1;
        }
        if (refusal != null && column == columns.size()) {
            throw refusal;
        }
        return column;
    }

    /** A value in the wrong place is the consequence of a wrong order, so a wrong number of columns is told first. */
    private @Nullable UnreadableFlowException readColumn(
            AwsVpcColumns columns, int column, String text, int start, int end) {
        if (end - start == 1 && text.charAt(start) == '-') {
            return null;
        }
        try {
            entry.accept(columns.field(column), columns.name(column), text.substring(start, end));
            return null;
        } catch (UnreadableFlowException e) {
            return e;
        }
    }

    private void expectDefaultVersion(AwsVpcColumns columns) throws UnreadableFlowException {
        if (columns == standard && !configured && !entry.version().equals(DEFAULT_VERSION)) {
            throw UnreadableFlowException.field(
                    "version",
                    entry.version(),
                    "and only 2 has a default order: name the order of the columns in input.<name>.fields");
        }
    }

    private boolean isHeader(byte[] record, int from, int to) {
        if (Arrays.equals(headerLine, 0, headerLine.length, record, from, to)) {
            return true;
        }
        String line = new String(record, from, to - from, StandardCharsets.UTF_8).trim();
        if (!AwsVpcColumns.isHeader(line)) {
            return false;
        }
        headerLine = Arrays.copyOfRange(record, from, to);
        headerColumns = AwsVpcColumns.ofHeader(line);
        return true;
    }

    private static int lineEnd(byte[] record, int from) {
        int end = from;
        while (end < record.length && record[end] != '\n') {
            end++;
        }
        return end;
    }
}
