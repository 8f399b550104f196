package io.portolan.flow.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.LogRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Logs that are cut, damaged or hold a line without end are read as far as they go: what is left is accounted for record
 * by record, and the only failure is an {@link IOException} that says what is wrong.
 */
class DamagedLogsTest {
    private static final long SEED = 1_952;
    private static final int FLIPS = 500;
    private static final int MOST_CUTS = 2_000;
    private static final int LONG_LINE = 5 << 20;
    private static final int LONGEST_CAUSE = 400;
    /** Avro makes room for what a damaged length says before it looks whether there is as much. */
    private static final long FIXED_BYTES = 64 << 20;

    private static final long BYTES_PER_BYTE = 200;

    @ParameterizedTest
    @MethodSource("logs")
    void aLogThatIsCutHasTheRecordsBeforeTheCut(FlowFormat format, Path file) throws IOException {
        byte[] log = Files.readAllBytes(file);
        Contents whole = read(format, log);
        int step = 1 + log.length / MOST_CUTS;
        for (int length = 0; length < log.length; length += step) {
            Contents cut = read(format, Arrays.copyOf(log, length));

            int before = Math.max(cut.records.size() - 1, 0);
            assertThat(cut.records.subList(0, before))
                    .as("cut at %d", length)
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(whole.records.subList(0, before));
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aByteThatIsWrongLosesNoLine(FlowFormat format, Path file) throws IOException {
        byte[] log = Files.readAllBytes(file);
        boolean byLine = isByLine(format, log);
        Random random = new Random(SEED);
        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = log.clone();
            int at = random.nextInt(log.length);
            damaged[at] = (byte) random.nextInt(256);

            Contents contents = read(format, damaged);

            if (byLine) {
                assertThat(contents.records)
                        .as("byte %d is %d", at, damaged[at])
                        .hasSize(lines(damaged));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aLineOfMegabytesIsOneRecordAndTheOthersStay(FlowFormat format, Path file) throws IOException {
        byte[] log = Files.readAllBytes(file);
        int at = 0;
        while (at < log.length && log[at] != '\n') {
            at++;
        }
        int behindFirst = Math.min(at + 1, log.length);
        byte[] longer = new byte[log.length + LONG_LINE];
        Arrays.fill(longer, (byte) 'x');
        System.arraycopy(log, 0, longer, 0, behindFirst);
        longer[behindFirst + LONG_LINE - 1] = '\n';
        System.arraycopy(log, behindFirst, longer, behindFirst + LONG_LINE, log.length - behindFirst);

        Contents contents = read(format, longer);

        if (isByLine(format, log)) {
            List<byte[]> others = new ArrayList<>(contents.records);
            assertThat(others.remove(1).length).isBetween(1 << 20, LONG_LINE);
            assertThat(others).usingElementComparator(Arrays::compare).isEqualTo(read(format, log).records);
        }
    }

    static Stream<Arguments> logs() throws IOException {
        List<Arguments> logs = new ArrayList<>();
        for (FlowFormat format : FlowFormats.all()) {
            Fixtures.files(format).forEach(file -> logs.add(Arguments.of(format, file)));
        }
        return logs.stream();
    }

    /** The records that a log gave, until its end or a failure. */
    private static final class Contents {
        private final List<byte[]> records = new ArrayList<>();
        private Optional<IOException> failure = Optional.empty();
    }

    private static Contents read(FlowFormat format, byte[] log) {
        Contents contents = new Contents();
        Cost cost = Cost.of(() -> {
            try (LogRecords records = format.file().open(new ByteArrayInputStream(log))) {
                for (Optional<byte[]> next = records.next(); next.isPresent(); next = records.next()) {
                    contents.records.add(next.get());
                }
            } catch (IOException e) {
                contents.failure = Optional.of(e);
            }
        });
        assertThat(cost.bytes()).as("bytes allocated").isLessThan(FIXED_BYTES + BYTES_PER_BYTE * log.length);
        contents.failure.ifPresent(failure -> assertThat(failure)
                .message()
                .isNotBlank()
                .doesNotContainPattern("\\p{Cntrl}")
                .hasSizeLessThanOrEqualTo(LONGEST_CAUSE));
        return contents;
    }

    private static boolean isByLine(FlowFormat format, byte[] log) {
        return read(format, log).records.size() == lines(log);
    }

    private static int lines(byte[] log) {
        int lines = log.length > 0 && log[log.length - 1] != '\n' ? 1 : 0;
        for (byte c : log) {
            lines += c == '\n' ? 1 : 0;
        }
        return lines;
    }
}
