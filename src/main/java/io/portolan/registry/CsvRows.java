package io.portolan.registry;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV one by one; after a row with broken quoting it goes on with the next line, which the CSV library does not. */
final class CsvRows {

    /**
     * A row, in place.
     *
     * @param line line at which it begins, from 1
     * @param text its first line
     * @param values null if its quoting is broken
     */
    record Row(long line, String text, @Nullable CSVRecord values) {

        MalformedRow malformed(String cause) {
            return new MalformedRow(line, text, cause);
        }
    }

    private final String csv;
    private final int[] lineStarts;
    private int parserLine;
    private int nextLine;
    private CSVParser parser;
    private Iterator<CSVRecord> records;

    CsvRows(String csv) throws IOException {
        this.csv = csv;
        this.lineStarts = lineStarts(csv);
        this.parser = parserAt(0);
        this.records = parser.iterator();
    }

    private static int[] lineStarts(String csv) {
        IntStream.Builder starts = IntStream.builder().add(0);
        for (int i = 0; i < csv.length(); i++) {
            if (endsLine(csv, i)) {
                starts.add(i + 1);
            }
        }
        return starts.build().toArray();
    }

    private static boolean endsLine(String csv, int i) {
        char c = csv.charAt(i);
        return c == '\n' || (c == '\r' && (i + 1 == csv.length() || csv.charAt(i + 1) != '\n'));
    }

    private CSVParser parserAt(int line) throws IOException {
        StringReader reader = new StringReader(csv);
        long skipped = reader.skip(lineStarts[line]);
        if (skipped != lineStarts[line]) {
            throw new IOException("line " + (line + 1) + " cannot be reached");
        }
        parserLine = line;
        nextLine = line;
        return CSVParser.builder()
                .setReader(reader)
                .setFormat(CSVFormat.DEFAULT)
                .get();
    }

    /** The next row, or null after the last one. */
    @Nullable
    Row next() throws IOException {
        while (nextLine < lineStarts.length - 1 && isEmpty(nextLine)) {
            nextLine++;
        }
        int line = nextLine;
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            nextLine = parserLine + Math.toIntExact(parser.getCurrentLineNumber());
            return new Row(line + 1L, lineText(line), record);
        } catch (UncheckedIOException broken) {
            resumeAt(line + 1);
            return new Row(line + 1L, lineText(line), null);
        }
    }

    private void resumeAt(int line) throws IOException {
        parser = parserAt(Math.min(line, lineStarts.length - 1));
        records = line < lineStarts.length
                ? parser.iterator()
                : List.<CSVRecord>of().iterator();
    }

    private boolean isEmpty(int line) {
        char first = csv.charAt(lineStarts[line]);
        return first == '\n' || first == '\r';
    }

    private String lineText(int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : csv.length();
        return csv.substring(lineStarts[line], end).stripTrailing();
    }
}
