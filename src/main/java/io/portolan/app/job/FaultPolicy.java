package io.portolan.app.job;

import io.portolan.topology.Faults;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault that passes by itself costs a thread, which is replaced; one that lasts ends the job. */
final class FaultPolicy implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FaultPolicy.class);

    private final Consumer<Throwable> lasting;

    /**
     * @param lasting told of the fault that ends the job
     */
    FaultPolicy(Consumer<Throwable> lasting) {
        this.lasting = lasting;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        if (Faults.isPassing(fault)) {
            LOG.warn(
                    "A thread is replaced after a fault that should pass: {}",
                    Faults.root(fault).toString());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        lasting.accept(fault);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
