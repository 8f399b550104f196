package io.portolan.app.job;

import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/** Counts what a policy decides on faults. */
final class CountedFaults implements StreamsUncaughtExceptionHandler {
    private final StreamsUncaughtExceptionHandler policy;
    private final LongAdder replaced;

    /**
     * @param replaced counts the threads that are replaced
     */
    CountedFaults(StreamsUncaughtExceptionHandler policy, LongAdder replaced) {
        this.policy = policy;
        this.replaced = replaced;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        StreamThreadExceptionResponse response = policy.handle(fault);
        if (response == StreamThreadExceptionResponse.REPLACE_THREAD) {
            replaced.increment();
        }
        return response;
    }
}
