package io.portolan.app.reset;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.job.ClusterCheck;
import io.portolan.app.job.JobTopology;
import io.portolan.topology.JobCounters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Takes a job back for a replay. Its topics are those of its topology, so that a new stage needs no word here. State goes
 * before offsets: a reset that is interrupted can be run again, and a job never reads again what its state has seen.
 */
public final class JobReset implements AutoCloseable {
    private final PortolanConfig config;
    private final Admin admin;

    /**
     * @throws KafkaException if no client of the cluster can be made
     */
    public JobReset(PortolanConfig config) {
        this.config = config;
        this.admin = Clusters.admin(config);
    }

    /**
     * What a reset would do now.
     *
     * @throws KafkaException if cluster or schema registry do not answer, or an input is missing
     */
    public ResetPlan plan(ReplayFrom from) {
        var topology = JobTopology.of(config, config::rules, new JobCounters()).build();
        JobTopics topics = JobTopics.of(topology.describe(), config.applicationId());
        ClusterCheck.check(config);
        JobGroup group = JobGroup.of(config, admin);
        Set<String> deleted = there(topics.changelogs());
        List<Move> moves = new ArrayList<>(moves(topics.inputs(), from, group.offsets()));
        moves.addAll(toEnd(topics.between(), group.offsets()));
        return new ResetPlan(topics, List.copyOf(moves), deleted, LocalState.of(config), group.members());
    }

    /**
     * Does it.
     *
     * @throws KafkaException if the group has members, or the cluster refuses
     */
    public void run(ResetPlan plan) {
        JobGroup group = JobGroup.of(config, admin);
        List<String> members = group.members();
        if (!members.isEmpty()) {
            throw new KafkaException("group " + config.applicationId() + " has members: " + String.join(", ", members)
                    + "; stop them first. One that was killed is a member until its session ends, 45 s by default");
        }
        plan.state().delete();
        plan.deleted().forEach(this::delete);
        Clusters.awaitShown(() -> there(plan.deleted()), "deleted");
        group.move(plan.moves());
    }

    @Override
    public void close() {
        admin.close();
    }

    private Set<String> there(Set<String> topics) {
        Set<String> there = new TreeSet<>(topics);
        there.retainAll(Clusters.await(config, admin.listTopics().names()));
        return there;
    }

    private void delete(String topic) {
        try {
            Clusters.await(config, admin.deleteTopics(List.of(topic)).all());
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }

    private List<Move> moves(Set<String> topics, ReplayFrom from, Map<TopicPartition, Long> before) {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> answers = offsets(partitions, from.spec());
        return partitions.stream()
                .map(at -> new Move(
                        at,
                        before(at, before),
                        from.offset(starts.get(at), ends.get(at), before(at, before), answers.get(at))))
                .toList();
    }

    private List<Move> toEnd(Set<String> topics, Map<TopicPartition, Long> before) {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .map(at -> new Move(at, before(at, before), ends.get(at)))
                .toList();
    }

    private static OptionalLong before(TopicPartition partition, Map<TopicPartition, Long> committed) {
        Long offset = committed.get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    private List<TopicPartition> partitions(Set<String> topics) {
        return Clusters.await(config, admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                .toList();
    }

    /** Open transactions included: what they hold is of a job that has ended. */
    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        return Clusters.await(config, admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
