package io.portolan.flow.zeek;

import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.LineRecord;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.json.JsonParser;
import io.portolan.flow.json.TableFields;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads entries of {@code conn.log}; JSON begins with a brace or a bracket, anything else is TSV. */
final class ZeekConnParser implements FlowParser {
    private static final Reading HEADER = new Reading.NotAFlow("header or comment of a Zeek log");
    private static final String EMPTY = "empty record";

    private final SourceRecord entry = new SourceRecord(ZeekConnFormat.TABLE);
    private final ZeekConnFlow flows = new ZeekConnFlow();
    private final JsonParser json = new JsonParser(new TableFields(entry, flows));
    private final LineRecord line;
    private final ReadingBuilder readings = new ReadingBuilder();
    private final List<String> configured;

    /** The header lines seen last and what they say; a log repeats them with every line. */
    private byte[] headerLines = {};

    private ZeekConnHeader header;

    ZeekConnParser(List<String> configured) {
        this.configured = List.copyOf(configured);
        this.header = new ZeekConnHeader(this.configured);
        this.line = new LineRecord(entry, header.columns);
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
        return record[first] == '{' || record[first] == '[' ? json.read(record) : readLines(record);
    }

    private Reading readLines(byte[] record) throws UnreadableFlowException {
        int start = headerLength(record);
        if (!Arrays.equals(headerLines, 0, headerLines.length, record, 0, start)) {
            headerLines = Arrays.copyOf(record, start);
            header = ZeekConnHeader.parse(new String(headerLines, StandardCharsets.UTF_8), configured);
        }
        String text = new String(record, start, record.length - start, StandardCharsets.UTF_8);
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end;
            int to = next > from && text.charAt(next - 1) == '\r' ? next - 1 : next;
            // A line of its own: who looks for its columns must not look through all lines behind it.
            readLine(text.substring(from, to));
            from = next + 1;
        }
        return start > 0 && from == 0 ? HEADER : readings.build(record, EMPTY);
    }

    private void readLine(String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            readings.add(text.charAt(0) == '#' ? HEADER : readColumns(text));
        } catch (UnreadableFlowException e) {
            readings.add(e);
        }
    }

    private Reading readColumns(String text) throws UnreadableFlowException {
        if (ZeekConnFlow.isOtherLog(header.path)) {
            return ZeekConnFlow.OTHER_LOG;
        }
        line.begin(header.columns);
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(header.separator, start);
            end = end < 0 ? text.length() : end;
            readColumn(text, start, end);
            start = end + 1;
        }
        line.end();
        return flows.read(entry);
    }

    private void readColumn(String text, int start, int end) {
        if (isAbsent(header.unset, text, start, end) || isAbsent(header.empty, text, start, end)) {
            line.skip();
        } else {
            line.put(asInJson(line.next(), text.substring(start, end)));
        }
    }

    /** Sets and truth values have a form of their own in TSV. */
    private String asInJson(@Nullable SourceField field, String value) {
        if (field == ZeekConnFormat.TUNNEL_PARENTS) {
            return value.replace(header.setSeparator, ",");
        }
        if (field == ZeekConnFormat.LOCAL_ORIG || field == ZeekConnFormat.LOCAL_RESP) {
            return value.equals("T") ? "true" : value.equals("F") ? "false" : value;
        }
        return value;
    }

    private static boolean isAbsent(String mark, String text, int start, int end) {
        return start == end || (mark.length() == end - start && text.startsWith(mark, start));
    }

    private static int headerLength(byte[] record) {
        int start = 0;
        while (start < record.length && record[start] == '#') {
            while (start < record.length && record[start] != '\n') {
                start++;
            }
            start = Math.min(start + 1, record.length);
        }
        return start;
    }
}
