package io.portolan.registry;

import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a port registry from the official CSV of the IANA Service Name and Transport Protocol Port Number Registry, of any
 * vintage: columns are found by name, in any order. A row that cannot be read is reported and skipped; the rest loads.
 */
public final class RegistryCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Origin origin;
    private final List<MalformedRow> malformed = new ArrayList<>();
    private final Map<Transport, @Nullable RegistrySlot[]> slots = new EnumMap<>(Transport.class);
    private int servicesWithoutPort;
    private String newestDay = "";

    private RegistryCsv(Origin origin) {
        this.origin = origin;
    }

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
        return new RegistryCsv(origin).parse(csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv);
    }

    private ParsedRegistry parse(String csv) throws IOException {
        CsvRows rows = new CsvRows(csv);
        RegistryHeader header = header(rows.next());
        for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
            try {
                add(RegistryRow.of(values(row, header), header));
            } catch (IllegalArgumentException e) {
                malformed.add(row.malformed(String.valueOf(e.getMessage())));
            }
        }
        return new ParsedRegistry(registry(), malformed, servicesWithoutPort);
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

    private void add(RegistryRow row) {
        if (row.ports().isEmpty()) {
            if (row.name().isEmpty()) {
                throw new IllegalArgumentException("neither a service name nor a port number");
            }
            servicesWithoutPort++;
        } else {
            addPorts(row);
        }
        newestDay = RegistryDates.later(newestDay, RegistryDates.day(row.registered()));
        newestDay = RegistryDates.later(newestDay, RegistryDates.day(row.modified()));
    }

    private void addPorts(RegistryRow row) {
        PortSpan span = PortSpan.parse(row.ports());
        RegistrySlot slot = RegistrySlot.of(row);
        for (Transport transport : row.transports()) {
            @Nullable
            RegistrySlot[] ports = slots.computeIfAbsent(transport, any -> new RegistrySlot[PortKey.MAX_PORT + 1]);
            for (int port = span.first(); port <= span.last(); port++) {
                RegistrySlot earlier = ports[port];
                ports[port] = earlier == null ? slot : earlier.plus(slot);
            }
        }
    }

    private Registry registry() {
        NavigableMap<PortKey, PortAssignment> entries = new TreeMap<>();
        slots.forEach((transport, ports) -> {
            for (int port = 0; port < ports.length; port++) {
                RegistrySlot slot = ports[port];
                if (slot != null) {
                    PortKey key = new PortKey(transport, port);
                    entries.put(key, slot.assignment(key, origin, newestDay));
                }
            }
        });
        return new Registry(entries, newestDay);
    }
}
