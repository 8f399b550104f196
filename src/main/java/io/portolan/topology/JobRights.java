package io.portolan.topology;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The rights that a job needs on its cluster, and no others. It creates none of the topics of topics.yaml; the changelogs
 * of its stores it does create, under its application id.
 */
public final class JobRights {
    /** Stores with a changelog; the others are empty between two commits, or read from a topic of their own. */
    private static final List<String> STORES = List.of(
            StoryTopology.SCAN_STORE,
            StateStores.SCAN_ALERTS,
            StoryTopology.STORY_STORE,
            StateStores.SERVER_ALERTS,
            StateStores.TRAFFIC,
            StateStores.SERVERS);

    private JobRights() {}

    /**
     * The rights of a job, each resource once.
     *
     * @param topics those of topics.yaml
     * @param inputs what it reads
     * @param views what it writes for a SIEM
     * @param applicationId {@code kafka.application.id}
     */
    public static List<Right> of(Topics topics, Collection<Input> inputs, Views views, String applicationId) {
        Stream<String> read = Stream.concat(
                inputs.stream().map(Input::topic),
                Stream.of(topics.portRegistry().name()));
        List<String> between = Stream.of(
                        topics.portProbes(),
                        topics.portSightings(),
                        topics.portTrafficParts(),
                        topics.portServerParts())
                .map(Topic::name)
                .toList();
        Stream<String> written = topics.used(views).stream()
                .filter(topic -> !topic.equals(topics.flowLogs()) && !topic.equals(topics.portRegistry()))
                .map(Topic::name)
                .filter(name -> !between.contains(name));
        return Stream.of(
                        read.map(topic(READ)),
                        between.stream().map(topic(READ, WRITE)),
                        written.map(topic(WRITE)),
                        changelogs(applicationId).stream().map(topic(CREATE, READ, WRITE)),
                        Stream.of(group(applicationId), transactions(applicationId)))
                .flatMap(rights -> rights)
                .toList();
    }

    /** The topics that the job creates for its stores, by the names that Kafka Streams gives them. */
    public static List<String> changelogs(String applicationId) {
        return STORES.stream()
                .map(store -> applicationId + "-" + store + "-changelog")
                .toList();
    }

    private static Function<String, Right> topic(AclOperation... operations) {
        return name ->
                new Right(new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL), List.of(operations));
    }

    private static Right group(String applicationId) {
        return new Right(new ResourcePattern(ResourceType.GROUP, applicationId, PatternType.LITERAL), List.of(READ));
    }

    /** Exactly once: the id of a process and the number of a thread follow the application's. */
    private static Right transactions(String applicationId) {
        return new Right(
                new ResourcePattern(ResourceType.TRANSACTIONAL_ID, applicationId + "-", PatternType.PREFIXED),
                List.of(WRITE));
    }
}
