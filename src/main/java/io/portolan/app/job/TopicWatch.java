package io.portolan.app.job;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;

/**
 * Notices that a topic was deleted and created again under the job. Kafka's clients go on with the new one as if it were the old
 * one: where the job was in the old one is what it would pass over in the new one.
 */
final class TopicWatch implements Runnable {
    private static final int ANSWER_MS = 5_000;

    private final Admin admin;
    private final Set<String> topics;
    private final Consumer<Throwable> ended;
    private final Map<String, Uuid> ids = new HashMap<>();

    /**
     * @param admin a client of the cluster, closed by whoever made it
     * @param topics of the job
     * @param ended told of the fault, which ends the job
     */
    TopicWatch(Admin admin, Set<String> topics, Consumer<Throwable> ended) {
        this.admin = admin;
        this.topics = Set.copyOf(topics);
        this.ended = ended;
    }

    /** Looks once; takes five seconds at most. A topic that nobody answers for is looked at the next time. */
    @Override
    public void run() {
        admin.describeTopics(topics, new DescribeTopicsOptions().timeoutMs(ANSWER_MS))
                .topicNameValues()
                .forEach(this::look);
    }

    private void look(String topic, KafkaFuture<TopicDescription> description) {
        try {
            Uuid id = description.get().topicId();
            Uuid before = ids.putIfAbsent(topic, id);
            if (before != null && !before.equals(id)) {
                ended.accept(fault(topic));
            }
        } catch (ExecutionException e) {
            // Away, or gone: others tell of that.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static KafkaException fault(String topic) {
        return new KafkaException(
                "topic " + topic + " was deleted and created again while the job ran, and its place in the"
                        + " old one says nothing of the new one; start the job again, and before that, to have what it reads read"
                        + " from the beginning: portolan reset --config FILE");
    }
}
