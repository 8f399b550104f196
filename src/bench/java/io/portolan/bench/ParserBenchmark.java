package io.portolan.bench;

import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Records that one thread reads, from bytes to a flow that is checked, and the time that it has the processor for them:
 * so the numbers do not depend on what else the machine does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+UseSerialGC"})
public class ParserBenchmark {
    /** {@link SampleLog#key}; {@link ParserBenchmarks} sets it to each log that there is. */
    @Param("")
    private String log = "";

    private FlowParser parser = record -> new Reading.NotAFlow(log);
    private byte[][] records = {};
    private int next;

    @Setup
    public void open() throws IOException {
        SampleLog sample = SampleLog.of(log);
        parser = sample.format().parser().apply(List.of());
        records = sample.records().toArray(byte[][]::new);
    }

    @Benchmark
    public Reading read(Work work) throws UnreadableFlowException {
        byte[] record = records[next];
        next = next + 1 == records.length ? 0 : next + 1;
        work.records++;
        return parser.read(record);
    }
}
