package io.portolan.app.bench.contender;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What this process has cost so far.
 *
 * @param cpuNanos time of the processors, of all threads, the compilers and the collector included
 * @param compilerNanos of that, those of Java's compilers, as far as the system tells
 * @param allocatedBytes by the threads that live
 */
public record Cost(long cpuNanos, long compilerNanos, long allocatedBytes) {
    /** That of both. */
    public Cost plus(Cost other) {
        return new Cost(
                cpuNanos + other.cpuNanos, compilerNanos + other.compilerNanos, allocatedBytes + other.allocatedBytes);
    }

    static Cost now() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long allocated = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
        return new Cost(system.getProcessCpuTime(), CompilerThreads.cpuNanos(), allocated);
    }
}
