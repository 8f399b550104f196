package io.portolan.flow.format;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a piece of work cost the thread that did it, whatever else the machine was doing.
 *
 * @param bytes allocated, whether or not they were soon free again
 * @param nanos of the processor
 */
record Cost(long bytes, long nanos) {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Cost of(Runnable work) {
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long nanos = THREAD.getCurrentThreadCpuTime();
        work.run();
        return new Cost(THREAD.getCurrentThreadAllocatedBytes() - bytes, THREAD.getCurrentThreadCpuTime() - nanos);
    }
}
