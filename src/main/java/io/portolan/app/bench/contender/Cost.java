package io.portolan.app.bench.contender;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a process has cost so far.
 *
 * @param cpuNanos time of the processors, of all threads, the compilers and the collector included
 * @param compilerNanos of that, those of Java's compilers, as far as the system tells
 * @param allocatedBytes by the threads that live; null if only the process itself could tell, and was not asked
 */
public record Cost(
        long cpuNanos, long compilerNanos, @Nullable Long allocatedBytes) {
    /** That of both. */
    public Cost plus(Cost other) {
        Long allocated = allocatedBytes == null || other.allocatedBytes == null
                ? null
                : Long.valueOf(allocatedBytes + other.allocatedBytes);
        return new Cost(cpuNanos + other.cpuNanos, compilerNanos + other.compilerNanos, allocated);
    }

    /** That of this process. */
    static Cost now() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long allocated = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
        return new Cost(
                system.getProcessCpuTime(),
                CompilerThreads.cpuNanos(ProcessHandle.current().pid()),
                allocated);
    }
}
