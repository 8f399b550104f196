package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.job.Job;
import io.portolan.app.json.JsonTree;
import io.portolan.app.query.StateAwayException;
import io.portolan.registry.RegistryRelease;
import io.portolan.topology.StateStores;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Whether the process may go on, and whether it does its work. An instance is ready when its tasks have run once; while
 * they move later it stays ready, because a rolling restart of one instance moves tasks of all.
 */
final class Health {
    private static final String STATUS = "status";

    private final JobHolder holder;

    Health(JobHolder holder) {
        this.holder = holder;
    }

    /** Not live any more is only a job that a lasting fault has ended. */
    Reply live() {
        Optional<Throwable> fault = holder.find().flatMap(served -> served.job().fault());
        ObjectNode body = status(JsonTree.object(), fault.isEmpty());
        return reply(body, fault.isEmpty());
    }

    /** Each check, and whether all are up. */
    Reply ready() {
        ObjectNode checks = JsonTree.object();
        Optional<Served> served = holder.find();
        boolean streams = streams(checks.putObject("streams"), served);
        boolean registry = registry(checks.putObject("registry"), served);
        boolean tasks = tasks(checks.putObject("tasks"), served);
        boolean up = streams && registry && tasks && !holder.isStopping();
        ObjectNode body = status(JsonTree.object(), up);
        body.set("checks", checks);
        return reply(body, up);
    }

    private boolean streams(ObjectNode check, Optional<Served> served) {
        boolean up = served.map(Served::job)
                .filter(job -> job.wasRunning() && job.streams().state().isRunningOrRebalancing())
                .isPresent();
        status(check, up && !holder.isStopping());
        check.put("state", served.map(job -> job.job().streams().state().name()).orElse("NOT_STARTED"));
        if (holder.isStopping()) {
            check.put("stopping", true);
        }
        return up;
    }

    private static boolean registry(ObjectNode check, Optional<Served> served) {
        Optional<String> version = served.flatMap(Health::version);
        long entries = served.map(job -> entries(job.job().streams())).orElse(0L);
        boolean up = entries > 0;
        status(check, up);
        check.put("version", version.orElse(null));
        check.put("entries", entries);
        return up;
    }

    /** Kafka Streams calls a thread running when all of its tasks are restored. */
    private static boolean tasks(ObjectNode check, Optional<Served> served) {
        Set<ThreadMetadata> threads =
                served.map(job -> job.job().streams().metadataForLocalThreads()).orElse(Set.of());
        long running = threads.stream()
                .filter(thread -> thread.threadState().equals("RUNNING"))
                .count();
        boolean alive =
                threads.stream().anyMatch(thread -> !thread.threadState().equals("DEAD"));
        boolean up = alive && served.map(Served::job).filter(Job::wasRunning).isPresent();
        status(check, up);
        check.put(
                "tasks",
                threads.stream().mapToInt(thread -> thread.activeTasks().size()).sum());
        check.put("threads", threads.size());
        check.put("threads_running", running);
        return up;
    }

    private static Optional<String> version(Served served) {
        try {
            return served.state().registryVersion();
        } catch (StateAwayException e) {
            return Optional.empty();
        }
    }

    /** Entries of ports: what the table holds without the entry of the release. A registry without any date has no version. */
    private static long entries(KafkaStreams streams) {
        try {
            ReadOnlyKeyValueStore<String, Object> table = streams.store(StoreQueryParameters.fromNameAndType(
                    StateStores.PORT_REGISTRY, QueryableStoreTypes.keyValueStore()));
            return table.approximateNumEntries() - (table.get(RegistryRelease.KEY) == null ? 0 : 1);
        } catch (InvalidStateStoreException e) {
            return 0;
        }
    }

    private static ObjectNode status(ObjectNode body, boolean up) {
        return body.put(STATUS, up ? "UP" : "DOWN");
    }

    private static Reply reply(ObjectNode body, boolean up) {
        return Reply.json(up ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503, body);
    }
}
