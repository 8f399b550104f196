package io.portolan.app.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.json.JsonTree;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the instances of a job answered.
 *
 * @param parts an answer each
 * @param unavailable instances that did not answer, host:port each, and tasks that no instance answered for; none if the
 *     answer is full
 */
public record Gathered(List<ObjectNode> parts, List<String> unavailable) {
    public Gathered {
        parts = List.copyOf(parts);
        unavailable = List.copyOf(unavailable);
    }

    /** The items of all. */
    Stream<ObjectNode> items() {
        return parts.stream()
                .flatMap(part -> StreamSupport.stream(part.path("items").spliterator(), false))
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast);
    }

    /** An answer of these items. */
    ObjectNode answer(List<ObjectNode> items) {
        ObjectNode answer = JsonTree.object();
        answer.put("complete", unavailable.isEmpty());
        ArrayNode missing = answer.putArray("unavailable");
        unavailable.forEach(missing::add);
        answer.putArray("items").addAll(items);
        return answer;
    }
}
