package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.broker.LocalBrokerExtension;
import io.portolan.app.broker.Records;
import io.portolan.app.broker.TestCluster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalBrokerExtension.class)
@Timeout(60)
class BatchProducerTest {
    @Test
    void theRecordsOfABatchAreWrittenEachByItselfAndTheLastOneIsTold(TestCluster cluster) throws Exception {
        String topic = cluster.createTopic("flows", 1);
        List<Long> told = new ArrayList<>();

        try (BatchProducer producer = producer(cluster)) {
            producer.send(batch(topic, "one", "two", "three"), (metadata, fault) -> told.add(metadata.offset()))
                    .get();
        }

        assertThat(Records.read(cluster, topic)).containsExactly("one", "two", "three");
        assertThat(told).containsExactly(2L);
    }

    @Test
    void aBatchThatWasSentHoldsNoRecordsAnyMore(TestCluster cluster) throws Exception {
        String topic = cluster.createTopic("flows", 1);
        ProducerRecord<byte[], byte[]> batch = batch(topic, "one", "two");

        try (BatchProducer producer = producer(cluster)) {
            producer.send(batch).get();
        }

        assertThat(OutputBatch.sent(batch)).isEmpty();
    }

    @Test
    void aRecordWithoutABatchIsWrittenAsItIs(TestCluster cluster) throws Exception {
        String topic = cluster.createTopic("flows", 1);

        try (BatchProducer producer = producer(cluster)) {
            producer.send(new ProducerRecord<>(topic, null, text("alone"))).get();
        }

        assertThat(Records.read(cluster, topic)).containsExactly("alone");
    }

    @Test
    void aFailureWithinABatchIsTold(TestCluster cluster) throws Exception {
        String topic = cluster.createTopic("flows", 1);
        List<Exception> told = new ArrayList<>();

        try (BatchProducer producer = producer(cluster)) {
            producer.send(batch(topic, "one", "2".repeat(3_000), "three"), (metadata, fault) -> told.add(fault))
                    .get();
        }

        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isInstanceOf(RecordTooLargeException.class);
        assertThat(told.get(1)).isNull();
    }

    @Test
    void nobodyCommitsAfterAPartThatCouldNotBeWritten(TestCluster cluster) throws Exception {
        String parts = cluster.createTopic("parts", 1);

        try (BatchProducer producer = producer(cluster, Map.of(BatchClients.PARTS, List.of(parts)))) {
            producer.send(new ProducerRecord<>(parts, text("one")), (metadata, fault) -> {})
                    .get();
            producer.flush();
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(parts, text("2".repeat(3_000))), (metadata, fault) -> {});

            assertThatThrownBy(producer::flush)
                    .isInstanceOf(KafkaException.class)
                    .hasMessageStartingWith("what the tasks of a thread have counted could not be written")
                    .hasCauseInstanceOf(RecordTooLargeException.class);
            assertThatThrownBy(producer::flush).isInstanceOf(KafkaException.class);
        }
    }

    @Test
    void anyOtherRecordThatCouldNotBeWrittenIsForItsTaskToTell(TestCluster cluster) throws Exception {
        String topic = cluster.createTopic("flows", 1);

        try (BatchProducer producer = producer(cluster, Map.of(BatchClients.PARTS, List.of("parts")))) {
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(topic, text("2".repeat(3_000))), (metadata, fault) -> {});

            assertThatCode(producer::flush).doesNotThrowAnyException();
        }
    }

    @Test
    void inATransactionThatIsForItsEndToTell(TestCluster cluster) throws Exception {
        String parts = cluster.createTopic("parts", 1);

        try (BatchProducer producer = producer(
                cluster, Map.of(BatchClients.PARTS, List.of(parts), ProducerConfig.TRANSACTIONAL_ID_CONFIG, "job"))) {
            producer.initTransactions();
            producer.beginTransaction();
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(parts, text("2".repeat(3_000))), (metadata, fault) -> {});

            assertThatCode(producer::flush).doesNotThrowAnyException();
            assertThatThrownBy(producer::commitTransaction).isInstanceOf(KafkaException.class);
            producer.abortTransaction();
        }
    }

    private static BatchProducer producer(TestCluster cluster) {
        return producer(cluster, Map.of());
    }

    private static BatchProducer producer(TestCluster cluster, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(cluster.clientProperties(Map.of("max.request.size", "2000")));
        settings.putAll(more);
        return new BatchProducer(settings);
    }

    private static ProducerRecord<byte[], byte[]> batch(String topic, String... values) {
        List<ProducerRecord<byte[], byte[]>> records = Stream.of(values)
                .map(value -> new ProducerRecord<byte[], byte[]>(topic, null, 1L, null, text(value)))
                .toList();
        Record<byte[], byte[]> batch = new OutputBatch(records).asRecord();
        return new ProducerRecord<>(topic, null, batch.timestamp(), null, null, batch.headers());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
