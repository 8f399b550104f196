package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metadata.PartitionRecord;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.server.common.KRaftVersion;
import org.junit.jupiter.api.Test;

/**
 * Why the suite does not kill a single broker: Kafka loses the ends of transactions then. Its coordinator asks where the leader of a
 * partition is, waits for one that it does not know ({@link Node#noNode}), and passes a partition over that is gone (empty). When this
 * fails, that has changed: kill a single broker again, and say so in docs/reliability.md.
 */
class LeaderlessPartitionTest {
    private static final ListenerName LISTENER = new ListenerName("PLAINTEXT");
    private static final int NO_LEADER = -1;
    private static final int AWAY = 7;

    @Test
    void kafkaTakesAPartitionThatHasNoLeaderForOneThatIsGone() {
        KRaftMetadataCache cache = new KRaftMetadataCache(1, () -> KRaftVersion.LATEST_PRODUCTION);

        cache.setImage(image());

        assertThat(leader(cache, "flow-logs-enriched", 0))
                .as("its leader is a broker that is away")
                .isEmpty();
        assertThat(leader(cache, "flow-logs-enriched", 1))
                .as("it has no leader")
                .isEmpty();
        assertThat(leader(cache, "deleted", 0)).as("there is no such topic").isEmpty();
    }

    private static Optional<Node> leader(KRaftMetadataCache cache, String topic, int partition) {
        return cache.getPartitionLeaderEndpoint(topic, partition, LISTENER);
    }

    private static MetadataImage image() {
        Uuid topic = Uuid.randomUuid();
        MetadataDelta delta = new MetadataDelta.Builder().build();
        delta.replay(new TopicRecord().setName("flow-logs-enriched").setTopicId(topic));
        delta.replay(partition(topic, 0, AWAY));
        delta.replay(partition(topic, 1, NO_LEADER));
        return delta.apply(MetadataProvenance.EMPTY);
    }

    private static PartitionRecord partition(Uuid topic, int number, int leader) {
        return new PartitionRecord()
                .setTopicId(topic)
                .setPartitionId(number)
                .setReplicas(List.of(AWAY))
                .setIsr(List.of(AWAY))
                .setLeader(leader)
                .setLeaderEpoch(1)
                .setPartitionEpoch(1)
                .setDirectories(List.of(Uuid.randomUuid()));
    }
}
