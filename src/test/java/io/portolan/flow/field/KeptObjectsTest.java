package io.portolan.flow.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.json.JsonFields;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptObjectsTest {

    @Test
    void thePlainValuesOfAKeptObjectAreAttributes() throws Exception {
        FieldTable table = FieldTable.builder().keep("a", "b.c").ignore("a.z").build();
        SourceRecord record = new SourceRecord(table);

        try (JsonFields fields = JsonFields.open(
                "{\"a\":{\"x\":1,\"y\":[2,3],\"z\":4,\"o\":{\"x\":5}},\"b\":{\"c\":{\"x\":6},\"d\":{\"x\":7}},\"e\":{\"x\":8}}"
                        .getBytes(StandardCharsets.UTF_8))) {
            fields.nextObject();
            fields.readInto(record);
        }

        assertThat(record.attributes()).containsExactly("a.x", "1", "a.y", "2,3", "b.c.x", "6");
    }
}
