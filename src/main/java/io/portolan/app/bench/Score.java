package io.portolan.app.bench;

import io.portolan.app.bench.contender.Contender;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of one entrant came to: the median of each figure.
 *
 * @param name of whom
 * @param startSeconds until its first record can be read
 * @param recordsPerSecond written
 * @param cpuMicros a record
 * @param warmMicros a record, without the time of Java's compilers
 * @param allocatedBytes a record; null if that is not known
 */
public record Score(
        String name,
        double startSeconds,
        double recordsPerSecond,
        double cpuMicros,
        double warmMicros,
        @Nullable Double allocatedBytes) {
    /** Those of all that have run: Portolan's own in their order, then the others in that of their first runs. */
    public static List<Score> of(List<BenchRun> runs) {
        Stream<String> own = Arrays.stream(Contender.values()).map(Contender::text);
        return Stream.concat(own, runs.stream().map(BenchRun::contender))
                .distinct()
                .flatMap(name -> of(name, runs))
                .toList();
    }

    /** That of a contender, if it has run. */
    public static Optional<Score> of(List<BenchRun> runs, Contender contender) {
        return of(contender.text(), runs).findFirst();
    }

    private static Stream<Score> of(String name, List<BenchRun> all) {
        List<BenchRun> runs =
                all.stream().filter(run -> run.contender().equals(name)).toList();
        return runs.isEmpty()
                ? Stream.empty()
                : Stream.of(new Score(
                        name,
                        median(runs, BenchRun::startSeconds),
                        median(runs, BenchRun::recordsPerSecond),
                        median(runs, BenchRun::cpuMicros),
                        median(runs, BenchRun::warmMicros),
                        runs.stream().map(BenchRun::allocatedBytes).allMatch(Objects::nonNull)
                                ? Double.valueOf(median(runs, BenchRun::allocatedBytes))
                                : null));
    }

    /** Records a second as a multiple of another's. */
    public double rateTo(Score other) {
        return recordsPerSecond / other.recordsPerSecond;
    }

    /** Processor time a record as a multiple of another's. */
    public double cpuTo(Score other) {
        return cpuMicros / other.cpuMicros;
    }

    /** Likewise, without the time of Java's compilers. */
    public double warmTo(Score other) {
        return warmMicros / other.warmMicros;
    }

    private static double median(List<BenchRun> runs, ToDoubleFunction<BenchRun> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
