package io.portolan.flow.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRecordTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "false", "0.0.0.0", "::", "0.0.0.0/0", "00:00:00:00:00:00"})
    void aZeroOfAnySpellingIsLeftOutWhereItSaysNothing(String zero) throws Exception {
        SourceRecord without =
                new SourceRecord(FieldTable.builder().withoutEmpty().build());
        SourceRecord with = new SourceRecord(FieldTable.builder().build());

        without.text("name", zero);
        with.text("name", zero);

        assertThat(without.attributes()).isEmpty();
        assertThat(with.attributes()).containsExactly("name", zero);
    }

    @Test
    void aZeroThatStandsForUnknownIsNotKeptAsAnAttribute() throws Exception {
        FieldTable.Builder table = FieldTable.builder();
        SourceField rate = table.count("rate").zeroIsAbsent().fills(FlowField.ATTRIBUTES);
        SourceField port = table.count("port").fills(FlowField.ATTRIBUTES);
        SourceRecord record = new SourceRecord(table.build());

        record.number("rate", 0);
        record.text("rate", "0");
        record.number("port", 0);

        assertThat(record.has(rate)).isFalse();
        assertThat(record.number(port)).isZero();
        assertThat(record.attributes()).containsExactly("port", "0");
    }

    @ParameterizedTest
    @CsvSource({"SECONDS, 1772356836.5", "NANOSECONDS, 1772356836500000000", "MILLISECONDS, 2026-03-01T09:20:36.5Z"})
    void aTimeWithAUnitMayBeADateAsWell(ValueKind kind, String text) throws Exception {
        assertThat(kind.read("time", text)).isEqualTo(1_772_356_836_500_000L);
    }
}
