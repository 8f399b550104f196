package io.portolan.app.broker;

import io.portolan.app.cluster.Clusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The shared broker as one test sees it.
 *
 * @param bootstrapServers where it listens
 * @param test a number that no other test of the run has
 */
public record TestCluster(String bootstrapServers, int test) {

    /** A name for a topic, a group or an application that is this test's alone, and the same each time it asks. */
    public String unique(String name) {
        return name + "-" + test;
    }

    /** Creates a topic of the broker's defaults, waits until it takes records, and returns its unique name. */
    public String createTopic(String name, int partitions) throws ExecutionException, InterruptedException {
        String topic = unique(name);
        try (Admin admin = Admin.create(clientProperties(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
            Clusters.awaitShown(() -> hidden(admin, topic), "created");
            Clusters.opened(admin, Map.of(topic, partitions)).get();
        }
        return topic;
    }

    /** The topic, until the broker knows of it. */
    private static Set<String> hidden(Admin admin, String topic) {
        try {
            return admin.listTopics().names().get().contains(topic) ? Set.of() : Set.of(topic);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Properties of a client of this cluster. */
    public Map<String, Object> clientProperties(Map<String, Object> additional) {
        Map<String, Object> properties = new HashMap<>(additional);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
