package io.portolan.registry;

import io.portolan.schema.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a port registry from the official CSV of the IANA Service Name and Transport Protocol Port Number Registry, of any
 * vintage: columns are found by name, in any order. A row that cannot be read is reported and skipped; the rest loads.
 */
public final class RegistryCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RegistryCsv() {}

    /**
     * Reads a registry in UTF-8; bytes that are not UTF-8 become U+FFFD.
     *
     * @param origin whose registry it is, written into every entry
     * @throws NotARegistryException if the first line lacks columns of a registry; names them
     * @throws IOException if the stream cannot be read
     */
    public static ParsedRegistry read(InputStream in, Origin origin) throws IOException {
        return read(new InputStreamReader(in, StandardCharsets.UTF_8), origin);
    }

    /** As {@link #read(InputStream, Origin)}, from text. */
    public static ParsedRegistry read(Reader in, Origin origin) throws IOException {
        StringWriter text = new StringWriter();
        in.transferTo(text);
        String csv = text.toString();
        return parse(csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv, new RegistryBuilder(origin));
    }

    private static ParsedRegistry parse(String csv, RegistryBuilder registry) throws IOException {
        CsvRows rows = new CsvRows(csv);
        RegistryHeader header = header(rows.next());
        for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
            try {
                registry.add(RegistryRow.of(values(row, header), header));
            } catch (IllegalArgumentException e) {
                registry.skip(row.malformed(String.valueOf(e.getMessage())));
            }
        }
        return registry.parsed();
    }

    private static RegistryHeader header(CsvRows.@Nullable Row first) throws NotARegistryException {
        CSVRecord titles = first == null ? null : first.values();
        return new RegistryHeader(titles == null ? List.of() : titles.toList());
    }

    private static CSVRecord values(CsvRows.Row row, RegistryHeader header) {
        CSVRecord values = row.values();
        if (values == null) {
            throw new IllegalArgumentException(
                    "broken quoting: a quoted field is not closed, or text follows its closing quote");
        }
        if (values.size() != header.width()) {
            throw new IllegalArgumentException(values.size() + " columns where the header has " + header.width());
        }
        return values;
    }
}
