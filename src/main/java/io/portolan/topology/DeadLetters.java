package io.portolan.topology;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends the dead letters of a processor, one for each record, or part of one, that it cannot go on with. */
final class DeadLetters {
    private final DeadLetterQueue queue;
    private final ProcessorContext<byte[], Object> context;

    /**
     * @param context of a processor with {@link FlowTopology#WRITE_DEAD_LETTERS} among its children
     */
    DeadLetters(DeadLetterQueue queue, ProcessorContext<byte[], Object> context) {
        this.queue = queue;
        this.context = context;
    }

    /**
     * Sends what could not be read or judged.
     *
     * @throws RuntimeException the failure itself, if the record is not to blame for it
     */
    void send(Origin origin, RuntimeException failure) {
        if (!Faults.isOfTheRecord(failure)) {
            throw failure;
        }
        send(origin, queue.headers(origin, failure));
    }

    /** Sends a part that could not be read, while others of its record could. */
    void unreadable(Origin origin, String cause) {
        send(origin, queue.headers(origin, cause));
    }

    private void send(Origin origin, Headers headers) {
        // Written now, whenever its flows were: a topic that goes by this time would soon delete the letter of an old
        // one.
        long now = context.currentSystemTimeMs();
        byte[] value = origin.record().value();
        context.forward(new Record<>(origin.record().key(), value, now, headers), FlowTopology.WRITE_DEAD_LETTERS);
    }
}
