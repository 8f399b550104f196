package io.portolan.app.bench.contender;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What this process has cost so far.
 *
 * @param cpuNanos time of the processors, of all threads, the compiler and the collector included
 * @param allocatedBytes by the threads that live
 */
public record Cost(long cpuNanos, long allocatedBytes) {
    static Cost now() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long allocated = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
        return new Cost(system.getProcessCpuTime(), allocated);
    }
}
