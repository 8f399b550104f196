package io.portolan.topology;

import io.portolan.schema.EnrichedFlow;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes the documents of an enriched flow from the record that is written of it, all before any of them is sent: one that
 * its topic does not take is found while the bytes that were read are still at hand for a dead letter.
 */
final class FlowViews {
    private final String topic;
    private final Deserializer<Object> enriched;
    private final List<View> views;

    /**
     * @param sink name of the node that writes the documents
     * @param limit of the topic that it writes to
     */
    record View(ViewFormat format, String sink, SizeLimit limit) {}

    /** A document on its way to the node that writes it. */
    record Document(String sink, Record<byte[], byte[]> record) {}

    /**
     * @param topic of the enriched flows
     * @param enriched reads their values into the generated class
     */
    FlowViews(String topic, Deserializer<Object> enriched, List<View> views) {
        this.topic = topic;
        this.enriched = enriched;
        this.views = List.copyOf(views);
    }

    /** @throws org.apache.kafka.common.errors.RecordTooLargeException if a topic does not take its document */
    List<Document> of(ProducerRecord<byte[], byte[]> record) {
        if (views.isEmpty()) {
            return List.of();
        }
        EnrichedFlow flow = (EnrichedFlow) enriched.deserialize(topic, record.value());
        return views.stream().map(view -> document(view, flow, record)).toList();
    }

    private static Document document(View view, EnrichedFlow flow, ProducerRecord<byte[], byte[]> record) {
        byte[] text = view.format().document(flow);
        view.limit().check(record.key(), text, record.headers());
        Record<byte[], byte[]> document = new Record<>(record.key(), text, record.timestamp(), record.headers());
        return new Document(view.sink(), document);
    }
}
