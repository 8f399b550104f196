package io.portolan.app.job;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;

/** How far a job is between its start and its end, and what ended it. */
final class JobLife {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final Runnable closing;

    /** @param closing closes a job that ends by itself */
    JobLife(Runnable closing) {
        this.closing = closing;
    }

    /** The first fault is the one to tell: others follow from it. */
    void failed(Throwable cause) {
        fault.compareAndSet(null, cause);
    }

    /** Closes the job because of a fault that it does not notice itself; returns at once. */
    void end(Throwable cause) {
        failed(cause);
        Thread closer = new Thread(closing, "portolan-close");
        closer.setDaemon(true);
        closer.start();
    }

    Optional<Throwable> fault() {
        return Optional.ofNullable(fault.get());
    }

    boolean wasRunning() {
        return running.getCount() == 0;
    }

    /** Returns when the job processes records, or has ended. */
    void awaitRunning() throws InterruptedException {
        running.await();
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** To be told of every state that Kafka Streams comes to. */
    void moved(KafkaStreams.State state) {
        if (state == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (state == KafkaStreams.State.ERROR) {
            // The state is final, but the client has to be closed by another thread than the one that reports it.
            end(new KafkaException("Kafka Streams gave up; the lines before this one say why"));
        }
        if (state.hasCompletedShutdown()) {
            running.countDown();
            ended.countDown();
        }
    }
}
