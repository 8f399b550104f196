package io.portolan.app.evaluate;

import io.portolan.flow.Addresses;
import io.portolan.registry.Transport;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a truth file: CSV whose first line names its columns, in any order; further columns, such as a note, are passed
 * over. A {@code *} stands for any address or port, {@code #} begins a comment.
 */
public final class TruthFile {
    private static final String ANY = "*";
    private static final int HIGHEST_PORT = 65_535;

    private static final String CLIENT = "client_address";
    private static final String CLIENT_PORT = "client_port";
    private static final String SERVER = "server_address";
    private static final String SERVER_PORT = "server_port";
    private static final String TRANSPORT = "transport";
    private static final String VERDICT = "verdict";

    /** The columns that there have to be. */
    public static final List<String> COLUMNS = List.of(CLIENT, CLIENT_PORT, SERVER, SERVER_PORT, TRANSPORT, VERDICT);

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .setCommentMarker('#')
            .get();

    private TruthFile() {}

    /**
     * Reads it to its end.
     *
     * @param others what a conversation is that the file does not name; empty if that is an error
     * @throws InvalidTruthException if it is no truth file; names the line and the cause
     * @throws IOException if it cannot be read
     */
    public static Truth read(Path file, Optional<Finding> others) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            List<String> missing = COLUMNS.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new InvalidTruthException(file + ", line 1: no column " + String.join(", ", missing)
                        + "; the first line names the columns: " + String.join(",", COLUMNS));
            }
            List<TruthRow> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                rows.add(row(file.toString(), parser.getCurrentLineNumber(), row));
            }
            return new Truth(rows, others);
        } catch (UncheckedIOException e) {
            throw new InvalidTruthException(file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new InvalidTruthException(file + ", line 1: " + e.getMessage());
        }
    }

    private static TruthRow row(String file, long line, CSVRecord row) throws InvalidTruthException {
        try {
            if (!row.isConsistent()) {
                throw new IllegalArgumentException("the row has another number of columns than the first line");
            }
            return new TruthRow(
                    file,
                    line,
                    new KnownConversation(
                            ends(row, CLIENT, CLIENT_PORT),
                            ends(row, SERVER, SERVER_PORT),
                            Transport.parse(row.get(TRANSPORT)),
                            Finding.truth(row.get(VERDICT))));
        } catch (IllegalArgumentException e) {
            throw new InvalidTruthException(file + ", line " + line + ": " + e.getMessage());
        }
    }

    private static KnownConversation.Ends ends(CSVRecord row, String address, String port) {
        return new KnownConversation.Ends(address(address, row.get(address)), port(port, row.get(port)));
    }

    private static Optional<String> address(String column, String text) {
        if (text.equals(ANY)) {
            return Optional.empty();
        }
        if (!Addresses.isAddress(text)) {
            throw new IllegalArgumentException(column + " is \"" + text + "\", neither an IP address nor *");
        }
        return Optional.of(text);
    }

    private static Optional<Integer> port(String column, String text) {
        if (text.equals(ANY)) {
            return Optional.empty();
        }
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return Optional.of(port);
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw new IllegalArgumentException(
                column + " is \"" + text + "\", neither within 0-" + HIGHEST_PORT + " nor *");
    }
}
