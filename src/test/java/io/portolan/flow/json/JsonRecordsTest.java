package io.portolan.flow.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.LogRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonRecordsTest {

    @Test
    void eachLineIsARecordWithoutItsLineEnd() throws Exception {
        assertThat(records("{\"a\":1}\n{\"b\":[1,2]}\r\n[{\"c\":3},{\"d\":4}]"))
                .containsExactly("{\"a\":1}", "{\"b\":[1,2]}", "[{\"c\":3},{\"d\":4}]");
    }

    @Test
    void anEmptyFileHasNoRecordsAndAnEmptyLineIsOne() throws Exception {
        assertThat(records("")).isEmpty();
        assertThat(records("\n{}\n")).containsExactly("", "{}");
    }

    @Test
    void anObjectLaidOutOverLinesIsOneRecord() throws Exception {
        assertThat(records("{\n  \"a\": {\n    \"b\": 1\n  }\n}\n{\n\t\"c\": 2\n}"))
                .containsExactly("{\n  \"a\": {\n    \"b\": 1\n  }\n}", "{\n\t\"c\": 2\n}");
    }

    @Test
    void anObjectLaidOutWithoutIndentationOrWithEmptyLinesIsOneRecord() throws Exception {
        assertThat(records("{\n\"a\": 1\n,\"b\": 2\n}\n{\n\n  \"c\": 3\n\n}"))
                .containsExactly("{\n\"a\": 1\n,\"b\": 2\n}", "{\n\n  \"c\": 3\n\n}");
    }

    @Test
    void eachItemOfAListLaidOutOverLinesIsARecord() throws Exception {
        assertThat(records("[\n  {\n    \"a\": 1\n  },\n  {\"b\": 2} ,\n  {\"c\": 3}\n]\n{\"d\":4}"))
                .containsExactly("  {\n    \"a\": 1\n  }", "  {\"b\": 2} ", "  {\"c\": 3}", "{\"d\":4}");
    }

    @Test
    void aListMayBeginAndEndOnTheLinesOfItsItems() throws Exception {
        assertThat(records("[{\"a\":1},\n{\"b\":[2]},\n{\"c\":3}]\n{\"d\":4}"))
                .containsExactly("{\"a\":1}", "{\"b\":[2]}", "{\"c\":3}", "{\"d\":4}");
        assertThat(records("[\n  {\n    \"a\": 1\n  }]\n{\"d\":4}"))
                .containsExactly("  {\n    \"a\": 1\n  }", "{\"d\":4}");
    }

    @Test
    void aListWhoseItemsShareLinesIsOneRecord() throws Exception {
        assertThat(records("[{\n  \"a\": 1\n}, {\n  \"b\": 2\n}]\n{\"c\":3}"))
                .containsExactly("[{\n  \"a\": 1\n}, {\n  \"b\": 2\n}]", "{\"c\":3}");
    }

    @Test
    void severalListsFollowOneAnother() throws Exception {
        assertThat(records("[\n{\"a\":1}\n]\n[\n{\"b\":2}\n]")).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void aLineThatEndsTooEarlyDoesNotTakeTheNextOneWithIt() throws Exception {
        assertThat(records("{\"a\":{\"b\":\n{\"c\":3}")).containsExactly("{\"a\":{\"b\":", "{\"c\":3}");
        assertThat(records("{\"a\":\"half\n\"b\":2}\n{\"c\":3}"))
                .containsExactly("{\"a\":\"half", "\"b\":2}", "{\"c\":3}");
        assertThat(records("[{\"a\":1},{\"b\":\n[{\"c\":3}]")).containsExactly("[{\"a\":1},{\"b\":", "[{\"c\":3}]");
    }

    @Test
    void anObjectThatTheFileEndsWithinIsARecord() throws Exception {
        assertThat(records("{\n  \"a\": 1,\n")).containsExactly("{\n  \"a\": 1,");
    }

    @Test
    void bracesAndQuotesWithinTextsCountForNothing() throws Exception {
        String line = "{\"a\":\"{[\",\"b\":\"\\\"{\",\"c\":\"\\\\\"}";

        assertThat(records(line + "\n{\"d\":4}")).containsExactly(line, "{\"d\":4}");
    }

    @Test
    void aStrayClosingMarkIsARecordOfItsOwn() throws Exception {
        assertThat(records("}\n]\n{\"a\":1}")).containsExactly("}", "]", "{\"a\":1}");
    }

    @Test
    void anObjectWithoutEndDoesNotFillTheMemoryAndIsOneRecord() throws Exception {
        String line = "\n  \"" + "x".repeat(100_000) + "\": 1,";
        String endless = "{" + line.repeat(50);

        assertThat(records(endless + "\n{\"a\":1}"))
                .containsExactly(endless.substring(0, JsonRecords.LONGEST), "{\"a\":1}");
    }

    private static List<String> records(String file) throws IOException {
        List<String> records = new ArrayList<>();
        try (LogRecords log = new JsonRecords(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            for (Optional<byte[]> next = log.next(); next.isPresent(); next = log.next()) {
                records.add(new String(next.get(), StandardCharsets.UTF_8));
            }
        }
        return records;
    }
}
