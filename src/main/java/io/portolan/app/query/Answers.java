package io.portolan.app.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.query.InstanceClient.InstanceAnswer;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the instances of a job have answered up to now, and for which tasks. */
final class Answers {
    private final List<ObjectNode> parts = new ArrayList<>();
    private final Set<String> tasks = new TreeSet<>();
    private final List<String> away = new ArrayList<>();

    List<ObjectNode> parts() {
        return parts;
    }

    /** Addresses of those that did not answer. */
    List<String> away() {
        return away;
    }

    void away(String address) {
        away.add(address);
    }

    /** Tasks that were asked and have nothing. */
    void holds(Set<String> asked) {
        tasks.addAll(asked);
    }

    /** Of two instances that have a task, one does not know yet that it lost it: its part would count twice. */
    void add(String address, ObjectNode part) {
        Set<String> theirs = tasks(part);
        if (Collections.disjoint(tasks, theirs)) {
            tasks.addAll(theirs);
            parts.add(part);
        } else {
            away(address);
        }
    }

    void add(String address, CompletableFuture<InstanceAnswer> answer) {
        Optional<InstanceAnswer> got = await(address, answer);
        got.filter(there -> there.status() == HttpURLConnection.HTTP_OK).ifPresent(there -> add(address, there.body()));
        if (got.isPresent() && got.get().status() != HttpURLConnection.HTTP_OK) {
            away(address);
        }
    }

    Optional<ObjectNode> find(String address, CompletableFuture<InstanceAnswer> answer) {
        Optional<InstanceAnswer> got = await(address, answer);
        if (got.isEmpty()) {
            return Optional.empty();
        }
        if (got.get().status() == HttpURLConnection.HTTP_OK) {
            return Optional.of(got.get().body());
        }
        if (got.get().status() == HttpURLConnection.HTTP_NOT_FOUND) {
            tasks.addAll(tasks(got.get().body()));
        } else {
            away(address);
        }
        return Optional.empty();
    }

    /** Instances that did not answer; where all that are known did, the tasks that none of them has. */
    List<String> unavailable(Set<String> all) {
        Set<String> missing = new TreeSet<>(all);
        missing.removeAll(tasks);
        if (missing.isEmpty() || !away.isEmpty()) {
            return List.copyOf(away);
        }
        return missing.stream().map(task -> "task " + task).toList();
    }

    private Optional<InstanceAnswer> await(String address, CompletableFuture<InstanceAnswer> answer) {
        try {
            return Optional.of(answer.join());
        } catch (CompletionException e) {
            away(address);
            return Optional.empty();
        }
    }

    private static Set<String> tasks(ObjectNode part) {
        Set<String> names = new TreeSet<>();
        part.path(ClusterState.TASKS).forEach(task -> names.add(task.asText()));
        return names;
    }
}
