package io.portolan.app.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.query.InstanceClient.InstanceAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * The state of a job over all of its instances. Each says for which tasks it answers: an answer is full if all tasks are
 * in it, whatever the group knew of the instances at that moment. So a part that is missing is never taken for nothing.
 */
public final class ClusterState {
    /** Field of an instance's answer with the tasks that it is from. */
    public static final String TASKS = "tasks";

    private final Members members;
    private final InstanceClient client;

    public ClusterState(Members members, InstanceClient client) {
        this.members = members;
        this.client = client;
    }

    /**
     * What this instance alone answers.
     *
     * @throws StateAwayException if tasks come or go meanwhile
     */
    public ObjectNode here(Supplier<ObjectNode> local) {
        Set<String> tasks = members.running();
        ObjectNode answer = asked(local);
        if (!tasks.equals(members.running())) {
            throw new StateAwayException("tasks are moving");
        }
        ArrayNode names = answer.putArray(TASKS);
        new TreeSet<>(tasks).forEach(names::add);
        return answer;
    }

    /**
     * What all instances answer.
     *
     * @param path of the question at another instance, with its query
     * @param local the same question to this one
     * @throws StateAwayException if none answers
     */
    public Gathered ask(String path, Supplier<ObjectNode> local) {
        Map<String, CompletableFuture<InstanceAnswer>> asked = request(path);
        Answers answers = new Answers();
        try {
            answers.add(members.self(), here(local));
        } catch (StateAwayException e) {
            answers.away(members.self());
        }
        asked.forEach((address, answer) -> answers.add(address, answer));
        if (answers.parts().isEmpty()) {
            throw new StateAwayException("no instance of the job can be asked now: its tasks start or move");
        }
        return new Gathered(answers.parts(), answers.unavailable(members.all()));
    }

    /**
     * The one thing that some instance holds; empty if none does.
     *
     * @throws StateAwayException if an instance that may hold it does not answer
     */
    public Optional<ObjectNode> find(String path, Supplier<Optional<ObjectNode>> local) {
        Answers answers = new Answers();
        Optional<ObjectNode> found = findHere(local, answers);
        if (found.isPresent()) {
            return found;
        }
        Map<String, CompletableFuture<InstanceAnswer>> asked = request(path);
        for (Map.Entry<String, CompletableFuture<InstanceAnswer>> other : asked.entrySet()) {
            Optional<ObjectNode> there = answers.find(other.getKey(), other.getValue());
            if (there.isPresent()) {
                return there;
            }
        }
        List<String> missing = answers.unavailable(members.all());
        if (!missing.isEmpty()) {
            throw new StateAwayException("what may hold it did not answer: " + String.join(", ", missing));
        }
        return Optional.empty();
    }

    /** What the other instances answer, of whatever tasks. */
    public Gathered askOthers(String path) {
        Answers answers = new Answers();
        request(path).forEach(answers::add);
        return new Gathered(answers.parts(), answers.away());
    }

    private Optional<ObjectNode> findHere(Supplier<Optional<ObjectNode>> local, Answers answers) {
        try {
            Set<String> tasks = members.running();
            Optional<ObjectNode> found = asked(local);
            if (tasks.equals(members.running())) {
                answers.holds(tasks);
            }
            return found;
        } catch (StateAwayException e) {
            answers.away(members.self());
            return Optional.empty();
        }
    }

    /** A store may also go while it is read. */
    private static <T> T asked(Supplier<T> local) {
        try {
            return local.get();
        } catch (InvalidStateStoreException e) {
            throw new StateAwayException("tasks are moving", e);
        }
    }

    private Map<String, CompletableFuture<InstanceAnswer>> request(String path) {
        Map<String, CompletableFuture<InstanceAnswer>> asked = new TreeMap<>();
        members.others().forEach(address -> asked.put(address, client.get(address, path)));
        return asked;
    }
}
