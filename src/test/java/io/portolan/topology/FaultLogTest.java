package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FaultLogTest {
    private static final Pattern COUNT = Pattern.compile("^([0-9,]+) records? could not be read");

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final FaultLog log = new FaultLog(
            now::get,
            lines::add,
            new FaultLog.Words("record could not be read", "records could not be read", "they are kept"));

    @Test
    void theFirstFaultIsToldAtOnceAndThoseAfterItInOneCountedLineAMinute() {
        log.add("port is 70000", "at offset 5 of flows-0");
        log.add("port is 70001", "at offset 6 of flows-0");
        log.add("port is 99999", "at offset 7 of flows-0");
        now.addAndGet(59_000);
        log.tell();
        assertThat(lines)
                .containsExactly("1 record could not be read: port is 70000; at offset 5 of flows-0; they are kept");

        now.addAndGet(1_000);
        log.tell();

        assertThat(lines.subList(1, lines.size()))
                .containsExactly(
                        "2 records could not be read in the last 60 s: port is 70001; the first at offset 6 of flows-0;"
                                + " they are kept");
    }

    @Test
    void causesThatDifferInNumbersAndQuotedTextAreOne() {
        log.add("field \"a\" of line 1 is 'x'", "here");
        log.add("field \"b\" of line 22 is 'yy'", "there");
        log.add("a header is missing", "there");

        assertThat(lines).hasSize(2);
    }

    @Test
    void aHundredThousandRecordsOfManyThreadsMakeFewLinesAndAreAllCounted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> ends = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int salt = thread;
            ends.add(threads.submit(() -> {
                for (int i = 0; i < 12_500; i++) {
                    log.add("cause " + letters(i * 8 + salt), "at offset " + i + " of flows-0");
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();
        now.addAndGet(FaultLog.MINUTE);
        log.tell();

        assertThat(lines).hasSize(FaultLog.CAUSES + 1 + 1);
        assertThat(counted()).isEqualTo(100_000);
    }

    @Test
    void causesBeyondTheMostShareALineAndAQuietOneMakesRoom() {
        for (int i = 0; i < FaultLog.CAUSES + 2; i++) {
            log.add("cause " + letters(i), "here");
        }
        assertThat(lines).hasSize(FaultLog.CAUSES + 1);
        assertThat(lines.get(FaultLog.CAUSES)).contains("of causes beyond the 20 that are told apart, such as: cause");

        now.addAndGet(FaultLog.MINUTE);
        log.tell();
        log.add("cause of a new kind", "here");

        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("1 record could not be read: cause of a new kind; here; they are kept");
    }

    @Test
    void whatIsNotToldYetIsToldAtTheEnd() {
        log.add("torn", "here");
        log.add("torn", "there");
        now.addAndGet(3_000);

        log.tellAll();
        log.tellAll();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("1 record could not be read in the last 3 s: torn; there");
    }

    @Test
    void whatARecordHoldsCannotSteerATerminalOrForgeALine() {
        log.add("bad\u001b[31m\nERROR forged\u202e" + "x".repeat(1_000), "at\u0007 here");

        assertThat(lines.get(0))
                .startsWith("1 record could not be read: bad?[31m ERROR forged?xxx")
                .contains("…; at? here;")
                .hasSizeLessThan(400);
    }

    private long counted() {
        return lines.stream()
                .flatMap(line -> COUNT.matcher(line).results())
                .mapToLong(count -> Long.parseLong(count.group(1).replace(",", "")))
                .sum();
    }

    /** A number in letters, so that each is a cause of its own. */
    private static String letters(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append((char) ('a' + digit - '0'));
        }
        return text.toString();
    }
}
