package io.portolan.registry;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Where the columns of one file are; hands out equal values as the same object, since most of them repeat. */
final class RegistryHeader {

    private final Map<RegistryColumn, Integer> positions = new EnumMap<>(RegistryColumn.class);
    private final Map<String, String> values = new HashMap<>();
    private final int width;

    /** @throws NotARegistryException if a required column is missing; names all that are */
    RegistryHeader(List<String> titles) throws NotARegistryException {
        width = titles.size();
        for (int i = 0; i < width; i++) {
            for (RegistryColumn column : RegistryColumn.values()) {
                if (column.isTitled(titles.get(i))) {
                    positions.putIfAbsent(column, i);
                }
            }
        }
        List<String> missing = RegistryColumn.REQUIRED.stream()
                .filter(column -> !positions.containsKey(column))
                .map(RegistryColumn::title)
                .toList();
        if (!missing.isEmpty()) {
            throw new NotARegistryException("not a port registry: its first line has no column named "
                    + String.join(", ", missing) + "; expected the CSV or XML form of the IANA registry");
        }
    }

    /** Number of columns that each row has to have. */
    int width() {
        return width;
    }

    /** Value of a column without surrounding white space; empty if the file has no such column. */
    String value(CSVRecord row, RegistryColumn column) {
        Integer position = positions.get(column);
        return position == null ? "" : values.computeIfAbsent(row.get(position).strip(), value -> value);
    }
}
