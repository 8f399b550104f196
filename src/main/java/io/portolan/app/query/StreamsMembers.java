package io.portolan.app.query;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** The instances as Kafka Streams has them from its group: each tells the others its {@code application.server}. */
public final class StreamsMembers implements Members {
    private final KafkaStreams streams;
    private final HostInfo self;
    private final Supplier<Set<String>> all;

    /**
     * @param self what this instance is told to the others as
     * @param all tasks of the job that keep state; may throw {@link StateAwayException}
     */
    public StreamsMembers(KafkaStreams streams, HostInfo self, Supplier<Set<String>> all) {
        this.streams = streams;
        this.self = self;
        this.all = all;
    }

    @Override
    public String self() {
        return text(self);
    }

    @Override
    public Set<String> others() {
        try {
            return streams.metadataForAllStreamsClients().stream()
                    .map(StreamsMetadata::hostInfo)
                    .filter(host -> !host.equals(self) && !host.equals(HostInfo.unavailable()))
                    .map(StreamsMembers::text)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalStateException e) {
            throw new StateAwayException("the job does not run: it is " + streams.state(), e);
        }
    }

    /** Kafka Streams is running when every one of its threads is, and a thread is when its tasks are restored. */
    @Override
    public Set<String> running() {
        KafkaStreams.State state = streams.state();
        if (state != KafkaStreams.State.RUNNING) {
            throw new StateAwayException("tasks are moving: the job is " + state);
        }
        Set<String> stateful = all();
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().toString())
                .filter(stateful::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> all() {
        return all.get();
    }

    private static String text(HostInfo host) {
        return host.host() + ":" + host.port();
    }
}
