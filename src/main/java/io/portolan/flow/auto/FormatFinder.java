package io.portolan.flow.auto;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.json.TellingNames;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells the format of a record: JSON by the names in it, anything else by its bytes. */
final class FormatFinder {
    private final List<FlowFormat> formats;
    private final TellingNames telling;

    FormatFinder(List<FlowFormat> formats) {
        this.formats = List.copyOf(formats);
        this.telling = new TellingNames(formats.stream()
                .flatMap(format -> format.recognition().json().stream())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet()));
    }

    /** The first format that recognises the record. */
    Optional<FlowFormat> find(byte[] record) {
        if (isJson(record)) {
            Set<String> names = telling.in(record);
            return first(format -> format.recognition().ofNames(names));
        }
        return first(format -> format.recognition().other().test(record));
    }

    static boolean isJson(byte[] record) {
        int first = 0;
        while (first < record.length && Character.isWhitespace(record[first])) {
            first++;
        }
        return first < record.length && (record[first] == '{' || record[first] == '[');
    }

    private Optional<FlowFormat> first(Predicate<FlowFormat> recognises) {
        return formats.stream().filter(recognises).findFirst();
    }
}
