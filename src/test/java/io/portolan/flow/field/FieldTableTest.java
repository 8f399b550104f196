package io.portolan.flow.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTableTest {
    @Test
    void aSpellingIsFoundAndNotShown() throws Exception {
        FieldTable.Builder builder = FieldTable.builder();
        SourceField octets =
                builder.count("octets", "bytes").spelt(List.of("1")).fills(FlowField.BYTES);
        FieldTable table = builder.build();
        SourceRecord record = new SourceRecord(table);

        record.number("1", 40);

        assertThat(record.number(octets)).isEqualTo(40);
        assertThat(table.describe())
                .singleElement()
                .satisfies(field -> assertThat(field.names()).containsExactly("octets", "bytes"));
    }

    @Test
    void aSpellingOfTwoFieldsIsRefused() {
        FieldTable.Builder builder = FieldTable.builder();
        builder.count("octets").spelt(List.of("1")).fills(FlowField.BYTES);

        assertThatThrownBy(() -> builder.count("packets").spelt(List.of("1")).fills(FlowField.PACKETS))
                .hasMessage("two fields of the name 1");
    }

    @Test
    void whatIsConcludedStandsInPlaceOfTheField() throws Exception {
        FieldTable.Builder builder = FieldTable.builder();
        SourceField start = builder.field(ValueKind.MILLISECONDS, "start").fills(FlowField.START_TIME);
        SourceRecord record = new SourceRecord(builder.build());

        record.conclude(start, 5_000);

        assertThat(record.has(start)).isTrue();
        assertThat(record.number(start)).isEqualTo(5_000);
    }
}
