package io.portolan.app.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.app.bench.contender.Cost;
import io.portolan.app.bench.contender.Entrant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of one entrant.
 *
 * @param contender its name
 * @param round from 1
 * @param startSeconds from the start of the process until its first record can be read
 * @param recordsPerSecond written, over the later half of them
 * @param cpuMicros microseconds of the processors a record, of its whole process, over the later half
 * @param compilerMicros of these, those of Java's compilers; 0 on a system that does not tell
 * @param allocatedBytes a record, by its threads, over the later half; null if it is known of its time only
 */
public record BenchRun(
        String contender,
        int round,
        double startSeconds,
        double recordsPerSecond,
        double cpuMicros,
        double compilerMicros,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double allocatedBytes) {
    private static final int FIRST = 1;
    private static final int HALF = 2;

    /**
     * The run of these marks: at the start, at the first record, at the half, at the end.
     *
     * @param costs noted at each of them
     */
    static BenchRun of(Entrant entrant, int round, List<Mark> marks, List<Cost> costs) {
        int last = marks.size() - 1;
        Mark end = marks.get(last);
        int half = before(marks, HALF);
        Mark begin = marks.get(half);
        double records = end.records() - begin.records();
        Cost from = costs.get(half);
        Cost to = costs.get(last);
        return new BenchRun(
                entrant.text(),
                round,
                seconds(marks.get(0), marks.get(FIRST)),
                records / seconds(begin, end),
                micros(to.cpuNanos() - from.cpuNanos()) / records,
                micros(to.compilerNanos() - from.compilerNanos()) / records,
                allocated(from, to, records));
    }

    /** Microseconds without the compilers', which have less to do the longer a process runs. */
    public double warmMicros() {
        return cpuMicros - compilerMicros;
    }

    private static @Nullable Double allocated(Cost from, Cost to, double records) {
        Long before = from.allocatedBytes();
        Long after = to.allocatedBytes();
        return before == null || after == null ? null : Double.valueOf((after - before) / records);
    }

    private static double seconds(Mark from, Mark to) {
        return (double) (to.nanos() - from.nanos()) / TimeUnit.SECONDS.toNanos(1);
    }

    private static double micros(long nanos) {
        return (double) nanos / TimeUnit.MICROSECONDS.toNanos(1);
    }

    /** So few flows that all are written between two looks are measured from an earlier mark. */
    private static int before(List<Mark> marks, int wanted) {
        long all = marks.get(marks.size() - 1).records();
        int mark = wanted;
        while (mark > 0 && marks.get(mark).records() == all) {
            mark--;
        }
        return mark;
    }
}
