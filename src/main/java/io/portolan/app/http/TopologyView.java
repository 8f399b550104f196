package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.cluster.Backlog;
import io.portolan.app.job.Mermaid;
import io.portolan.app.json.JsonTree;
import io.portolan.app.query.Gathered;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;

/** {@code /api/topology}: the instances, what each of them does, the data path, and how far the job has come. */
final class TopologyView {
    static final String PATH = "/api/topology";
    private static final String INSTANCES = "instances";

    private final JobHolder holder;
    private final String applicationId;

    TopologyView(JobHolder holder, String applicationId) {
        this.holder = holder;
        this.applicationId = applicationId;
    }

    Reply whole(Call call) {
        ObjectNode answer = facts(Scope.of(call));
        answer.put("topology", holder.get().job().description().toString());
        answer.put("mermaid", Mermaid.of(holder.get().job().description()));
        return Reply.json(answer);
    }

    /** What changes while the job runs: all but the texts of the data path. */
    ObjectNode facts(Scope scope) {
        Served served = holder.get();
        ObjectNode answer = JsonTree.object();
        answer.put("state", served.job().streams().state().name());
        answer.put("application_id", applicationId);
        instances(answer, served, scope);
        inputs(answer, served.backlog());
        return answer;
    }

    private static void instances(ObjectNode answer, Served served, Scope scope) {
        ObjectNode self = self(served);
        if (scope == Scope.INSTANCE) {
            answer.put("complete", true).putArray("unavailable");
            answer.putArray(INSTANCES).add(self);
            return;
        }
        Gathered others = served.cluster().askOthers(Asked.path(PATH, Map.of()));
        answer.put("complete", others.unavailable().isEmpty());
        ArrayNode unavailable = answer.putArray("unavailable");
        others.unavailable().forEach(unavailable::add);
        ArrayNode all = answer.putArray(INSTANCES).add(self);
        others.parts().stream().flatMap(TopologyView::instancesOf).forEach(all::add);
        others.unavailable().forEach(address -> all.add(silent(address)));
    }

    private static ObjectNode self(Served served) {
        KafkaStreams streams = served.job().streams();
        ObjectNode self = JsonTree.object();
        self.put("address", served.address());
        self.put("this", true);
        ArrayNode tasks = self.putArray("tasks");
        new TreeSet<>(streams.metadataForLocalThreads().stream()
                        .flatMap(thread -> thread.activeTasks().stream())
                        .map(task -> task.taskId().toString())
                        .toList())
                .forEach(tasks::add);
        return self.put("threads", streams.metadataForLocalThreads().size());
    }

    private static Stream<ObjectNode> instancesOf(ObjectNode answer) {
        return StreamSupport.stream(answer.path(INSTANCES).spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(instance -> ((ObjectNode) instance).put("this", false));
    }

    /** An instance that is known and does not answer. */
    private static ObjectNode silent(String address) {
        ObjectNode instance = JsonTree.object().put("address", address).put("this", false);
        instance.putArray("tasks");
        return instance.putNull("threads");
    }

    /** While the cluster does not answer, how far the job is cannot be told; all else can. */
    private static void inputs(ObjectNode answer, Backlog backlog) {
        ArrayNode inputs = answer.putArray("inputs");
        try {
            List<Backlog.Position> positions = backlog.positions();
            for (Backlog.Position position : positions) {
                inputs.addObject()
                        .put("topic", position.topic())
                        .put("partition", position.partition())
                        .put("committed", position.committed())
                        .put("end", position.end())
                        .put("lag", position.lag());
            }
            answer.put(
                    "lag", positions.stream().mapToLong(Backlog.Position::lag).sum());
        } catch (KafkaException e) {
            answer.putNull("lag");
        }
    }
}
