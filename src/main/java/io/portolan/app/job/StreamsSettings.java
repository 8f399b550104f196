package io.portolan.app.job;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.BatchClients;
import io.portolan.topology.DeadLetterHandler;
import io.portolan.topology.DeadLetterQueue;
import io.portolan.topology.Input;
import io.portolan.topology.InputBatches;
import io.portolan.topology.StoreMemory;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Kafka Streams is given: the user's settings, and our handlers, which the dead letters need. */
public final class StreamsSettings {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsSettings.class);

    private static final int BUFFERED = 100;
    private static final String INTERCEPTORS = ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG;

    private StreamsSettings() {}

    /**
     * The settings of a job that the cluster has not been asked about: with the classic rebalance protocol where the
     * configuration leaves it open.
     *
     * @param queue where its dead letters go
     * @param memory of its stores; to be closed after the job
     */
    public static Properties of(PortolanConfig config, DeadLetterQueue queue, StoreMemory memory) {
        Properties settings = new Properties();
        settings.putAll(config.kafka());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG, BatchClients.class);
        settings.put(
                StreamsConfig.PRODUCER_PREFIX + BatchClients.PARTS,
                List.of(
                        config.topics().portTrafficParts().name(),
                        config.topics().portServerParts().name()));
        settings.put(DeadLetterQueue.CONFIG, queue);
        settings.put(StoreMemory.CONFIG, memory);
        batchInputs(settings, config.inputs());
        settings.replace(StreamsConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.AUTO, "classic");
        if (config.inputs().size() == 1) {
            // Every task reads one partition then: there is no other to wait for, and looking whether there is costs an
            // eighth of the processor time of a thread.
            settings.putIfAbsent(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        }
        return settings;
    }

    /** What the main consumer reads of the inputs comes in batches, behind the interceptors that a user has configured. */
    private static void batchInputs(Properties settings, List<Input> inputs) {
        Object others = settings.getOrDefault(
                StreamsConfig.MAIN_CONSUMER_PREFIX + INTERCEPTORS,
                settings.get(StreamsConfig.CONSUMER_PREFIX + INTERCEPTORS));
        String batches = InputBatches.class.getName();
        settings.put(
                StreamsConfig.MAIN_CONSUMER_PREFIX + INTERCEPTORS, others == null ? batches : others + "," + batches);
        settings.put(
                StreamsConfig.MAIN_CONSUMER_PREFIX + InputBatches.TOPICS,
                inputs.stream().map(Input::topic).toList());
        // What a task may hold that waits for another of its inputs: of batches, a thousand would be a hundred
        // megabytes.
        settings.putIfAbsent(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED);
    }

    /**
     * The settings of a job on its cluster.
     *
     * @throws RuntimeException if the cluster does not answer, or has not what is configured
     */
    static Properties on(PortolanConfig config, DeadLetterQueue queue, StoreMemory memory) {
        Properties settings = of(config, queue, memory);
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, config.kafka().get(StreamsConfig.GROUP_PROTOCOL_CONFIG));
        try (Admin admin = Clusters.admin(config)) {
            GroupProtocol protocol = GroupProtocol.choose(settings, GroupFacts.of(config, admin));
            LOG.info("The rebalance protocol is {}: {}", protocol.text(), protocol.reason());
            settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, protocol.text());
            if (protocol.type() == GroupType.STREAMS) {
                settings.remove(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG);
                config.standbys().ifPresent(number -> Standbys.set(config, admin, number));
            }
        }
        return settings;
    }
}
