package io.portolan.flow.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineRecordsTest {

    @Test
    void everyLineBearsTheHeaderInForceAndHeadersStandAlone() throws Exception {
        assertThat(records("a\n#1\nb\r\nc\n\n#2\nd")).containsExactly("a", "#1", "#1\nb", "#1\nc", "", "#2", "#2\nd");
    }

    @Test
    void aLineLongerThanTheBufferIsOneRecord() throws Exception {
        String line = "x".repeat(200_000);

        assertThat(records(line + "\n" + line)).containsExactly(line, line);
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() throws Exception {
        String endless = "y".repeat(LineRecords.LONGEST_LINE + 70_000);

        assertThat(records(endless + "\nz")).containsExactly(endless.substring(0, LineRecords.LONGEST_LINE), "z");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws Exception {
        assertThat(records("\ufeff#1\na")).containsExactly("#1", "#1\na");
    }

    @Test
    void anEmptyFileHasNoRecords() throws Exception {
        assertThat(records("")).isEmpty();
    }

    private static List<String> records(String file) throws IOException {
        InputStream in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        List<String> records = new ArrayList<>();
        try (LineRecords lines = new LineRecords(in, LineRecordsTest::header)) {
            for (Optional<byte[]> next = lines.next(); next.isPresent(); next = lines.next()) {
                records.add(new String(next.get(), StandardCharsets.UTF_8));
            }
        }
        return records;
    }

    private static Optional<byte[]> header(byte[] inForce, byte[] line) {
        return line.length > 0 && line[0] == '#'
                ? Optional.of((new String(line, StandardCharsets.UTF_8) + '\n').getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
