package io.portolan.flow.azure;

import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes flows of the tuples of a record: lists of values in one text, separated by commas. */
final class AzureTuples {
    private static final Reading NO_TUPLES = new Reading.NotAFlow("record without flow tuples");

    private final AzureLog log;
    private final List<SourceField> columns;
    private final int leastColumns;
    private final FieldTable table;
    private final SourceRecord values;
    private final FlowReader reader;

    /**
     * @param columns of a tuple, all of them; further ones are passed over
     * @param leastColumns how many columns a tuple of the first version has, which has either these or all
     * @param reader makes a flow of the values of a tuple
     */
    AzureTuples(AzureLog log, FieldTable table, List<SourceField> columns, int leastColumns, FlowReader reader) {
        this.log = log;
        this.columns = List.copyOf(columns);
        this.leastColumns = leastColumns;
        this.table = table;
        this.values = new SourceRecord(table);
        this.reader = reader;
    }

    /** Adds each tuple of the record as a part. */
    void addTo(ReadingBuilder readings, AzureObject record) {
        try {
            Optional<String> other = log.otherThanThis(record.value(AzureLog.CATEGORY));
            if (other.isPresent()) {
                readings.add(new Reading.NotAFlow(other.get()));
            } else if (record.groups().isEmpty()) {
                readings.add(NO_TUPLES);
            }
            if (other.isEmpty()) {
                record.groups().forEach(group -> addGroup(readings, group));
            }
        } catch (UnreadableFlowException e) {
            readings.add(e);
        }
    }

    private void addGroup(ReadingBuilder readings, AzureObject group) {
        Map<SourceField, String> common = group.values(table);
        for (String tuple : group.tuples()) {
            try {
                values.clear();
                for (Map.Entry<SourceField, String> value : common.entrySet()) {
                    values.put(value.getKey(), value.getValue());
                }
                putColumns(tuple);
                readings.add(reader.read(values));
            } catch (UnreadableFlowException e) {
                readings.add(e);
            }
        }
    }

    private void putColumns(String tuple) throws UnreadableFlowException {
        int count = expectColumns(tuple);
        int from = 0;
        for (int i = 0; i < count; i++) {
            int comma = tuple.indexOf(',', from);
            int to = comma < 0 ? tuple.length() : comma;
            values.put(columns.get(i), tuple.substring(from, to));
            from = to + 1;
        }
    }

    /** A wrong number of columns is told first, as the values would stand in the wrong places. */
    private int expectColumns(String tuple) throws UnreadableFlowException {
        int count = 1;
        for (int comma = tuple.indexOf(','); comma >= 0; comma = tuple.indexOf(',', comma + 1)) {
            count++;
        }
        if (count != leastColumns && count < columns.size()) {
            String all = leastColumns == columns.size() ? "" : leastColumns + " or ";
            throw new UnreadableFlowException("a flow tuple has " + count + " columns, not " + all + columns.size()
                    + ": " + UnreadableFlowException.shown(tuple));
        }
        return Math.min(count, columns.size());
    }
}
