package io.portolan.registry;

import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;

/** The rows of a registry file one by one, before they are put together to ports. */
final class RegistryRows {

    private RegistryRows() {}

    /** How well each row with a name and a user port is documented, taken on its own; a range counts once. */
    static List<Documentation> ofNamedUserPorts(Path csv) throws IOException {
        CsvRows rows = new CsvRows(Files.readString(csv));
        RegistryHeader header = new RegistryHeader(values(rows.next()).toList());
        List<Documentation> documentation = new ArrayList<>();
        for (CsvRows.Row next = rows.next(); next != null; next = rows.next()) {
            RegistryRow row = RegistryRow.of(values(next), header);
            if (!row.name().isEmpty() && !row.ports().isEmpty()) {
                PortKey key = new PortKey(
                        row.transports().get(0), PortSpan.parse(row.ports()).first());
                if (PortRanges.of(key.port()) == PortRange.USER) {
                    documentation.add(RegistrySlot.of(row)
                            .assignment(key, Origin.IANA, "")
                            .getDocumentation());
                }
            }
        }
        return documentation;
    }

    private static CSVRecord values(CsvRows.Row row) {
        return Objects.requireNonNull(row.values());
    }
}
