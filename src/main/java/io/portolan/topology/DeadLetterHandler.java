package io.portolan.topology;

import io.portolan.topology.Origin.Place;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends a record that cannot be read or judged to the dead-letter topic, and goes on: within the transaction, so that it
 * is there exactly once. A fault around the record stops the thread instead, for another to try again.
 */
public final class DeadLetterHandler
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {
    private @Nullable DeadLetterQueue queue;

    @Override
    public void configure(Map<String, ?> configs) {
        queue = (DeadLetterQueue) configs.get(DeadLetterQueue.CONFIG);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (!Faults.isOfTheRecord(exception)) {
            return DeserializationExceptionHandler.Response.fail();
        }
        return DeserializationExceptionHandler.Response.resume(queue().letter(Origin.of(record), exception));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!Faults.isOfTheRecord(exception)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        if (InputBatch.isIn(context.headers())) {
            return ofBatch(record, exception);
        }
        Place place = new Place(context.topic(), context.partition(), context.offset());
        Origin origin = Origin.of(place, context.sourceRawKey(), context.sourceRawValue(), context.headers());
        return ProcessingExceptionHandler.Response.resume(queue().letter(origin, exception));
    }

    /** Of the records of a batch, the one at work is known by the flow that was read from it; without one, none may be lost. */
    private ProcessingExceptionHandler.Response ofBatch(Record<?, ?> record, Exception exception) {
        return record.value() instanceof JudgedFlow judged
                ? ProcessingExceptionHandler.Response.resume(
                        queue().letter(judged.read().origin(), exception))
                : ProcessingExceptionHandler.Response.fail();
    }

    /**
     * Never a dead letter: the context is that of whatever record is at work when the broker refuses an earlier one, and
     * has no bytes of it left. The transaction is given up instead, and with it nothing is lost.
     */
    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return ProductionExceptionHandler.Response.fail();
    }

    private DeadLetterQueue queue() {
        return Objects.requireNonNull(queue, DeadLetterQueue.CONFIG);
    }
}
