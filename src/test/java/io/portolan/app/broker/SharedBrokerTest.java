package io.portolan.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalBrokerExtension.class)
@Timeout(60)
class SharedBrokerTest {

    @Test
    void whatIsProducedIsConsumedInOrder(TestCluster cluster) throws Exception {
        String topic = cluster.createTopic("flows", 1);

        Records.produce(cluster, topic, "one", "two", "three");

        assertThat(Records.read(cluster, topic)).containsExactly("one", "two", "three");
    }

    @Test
    void onlyCommittedTransactionsAreRead(TestCluster cluster) throws Exception {
        String topic = cluster.createTopic("flows", 1);

        try (KafkaProducer<String, String> producer =
                Records.producer(cluster, Map.of("transactional.id", cluster.unique("writer")))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(Records.record(topic, "aborted")).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(Records.record(topic, "committed")).get();
            producer.commitTransaction();
        }

        assertThat(Records.read(cluster, topic)).containsExactly("committed");
    }

    @Test
    void aTopicIsNotCreatedByAskingForIt(TestCluster cluster) throws Exception {
        try (Admin admin = Admin.create(cluster.clientProperties(Map.of()))) {
            assertThat(admin.listTopics().names().get()).doesNotContain(cluster.unique("flows"));
        }
    }

    @Test
    void theClassicTheConsumerAndTheStreamsProtocolAreThere(TestCluster cluster) throws Exception {
        try (Admin admin = Admin.create(cluster.clientProperties(Map.of()))) {
            Set<String> features = admin.describeFeatures()
                    .featureMetadata()
                    .get()
                    .finalizedFeatures()
                    .keySet();

            assertThat(features).containsAll(List.of("group.version", "streams.version", "transaction.version"));
        }
    }
}
