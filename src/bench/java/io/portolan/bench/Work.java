package io.portolan.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the thread of a benchmark did in an iteration. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Work {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** Records, or flows of a step, that it is done with. */
    public long records;

    /** Of the processor. */
    public long nanos;

    private long begun;

    @Setup(Level.Iteration)
    public void begin() {
        begun = THREAD.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end() {
        nanos = THREAD.getCurrentThreadCpuTime() - begun;
    }
}
