package io.portolan.app.job;

import io.portolan.app.cluster.Refusals;
import io.portolan.topology.FaultLog;
import io.portolan.topology.Faults;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/**
 * A fault that passes by itself costs a thread, which is replaced after a pause; one that lasts, or comes again and again for
 * too long, ends the job.
 */
final class FaultPolicy implements StreamsUncaughtExceptionHandler {
    /** Kafka Streams cannot replace the thread that reads the registry. */
    private static final String GLOBAL_THREAD = "GlobalStreamThread";

    private static final FaultLog.Words REPLACED = new FaultLog.Words(
            "fault that should pass has cost a thread",
            "faults that should pass have cost a thread each",
            "it is replaced, and reads again what it had not committed");

    private final Duration patience;
    private final BackOff backOff;
    private final Supplier<Optional<? extends Throwable>> known;
    private final Consumer<Throwable> lasting;
    private final LongSupplier now;
    private final FaultLog log;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * @param patience how long a fault that should pass may come again and again
     * @param known looks for a lasting fault behind one that seems to pass, such as a topic that is gone
     * @param lasting told of the fault that ends the job
     * @param now milliseconds of a clock that never goes back
     * @param lines takes what there is to tell
     */
    FaultPolicy(
            Duration patience,
            Supplier<Optional<? extends Throwable>> known,
            Consumer<Throwable> lasting,
            LongSupplier now,
            Consumer<String> lines) {
        this.patience = patience;
        this.backOff = new BackOff(patience);
        this.known = known;
        this.lasting = lasting;
        this.now = now;
        this.log = new FaultLog(now, lines, REPLACED);
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        if (Faults.isRefusal(fault)) {
            return end("the cluster or the schema registry refuses what the job needs: ", fault);
        }
        if (Faults.isTooLarge(fault)) {
            return end(
                    "a topic takes smaller records than topology/topics.yaml says; compare them with: portolan topics: ",
                    fault);
        }
        Optional<? extends Throwable> behind = known.get();
        if (behind.isPresent()) {
            return end(behind.get());
        }
        if (Thread.currentThread().getName().endsWith(GLOBAL_THREAD)) {
            return end("the port registry cannot be followed any more: ", fault);
        }
        return Faults.isPassing(fault) ? replace(fault) : end("", fault);
    }

    /** Tells of threads that were replaced, for somebody with a clock to ask now and then. */
    FaultLog log() {
        return log;
    }

    /** Ends every pause: the job is closing. */
    void close() {
        closing.countDown();
    }

    private StreamThreadExceptionResponse replace(Throwable fault) {
        Optional<Duration> wait = backOff.next(now.getAsLong());
        if (wait.isEmpty()) {
            return end("a fault that should pass has come again for " + patience.toSeconds() + " s: ", fault);
        }
        log.add(
                Faults.told(fault),
                "in thread " + Thread.currentThread().getName() + ", next attempt in "
                        + wait.get().toSeconds() + " s");
        return pause(wait.get())
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private StreamThreadExceptionResponse end(String what, Throwable fault) {
        return end(new KafkaException(
                what + place(fault) + Refusals.told(fault).orElseGet(() -> Faults.told(fault)), fault));
    }

    private StreamThreadExceptionResponse end(Throwable fault) {
        lasting.accept(fault);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** False if the job closes meanwhile. */
    private boolean pause(Duration wait) {
        try {
            return !closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What Kafka Streams says of the place: topic and task, and for a record its position, before a stack trace. */
    private static String place(Throwable fault) {
        Throwable cause = fault.getCause();
        String message = fault.getMessage();
        if (cause == null || message == null || message.equals(cause.toString())) {
            return "";
        }
        String place = message.lines().findFirst().orElse("").replaceFirst("(, | due to:)?(stacktrace=.*)?$", "");
        return place.isEmpty() ? "" : place + ": ";
    }
}
