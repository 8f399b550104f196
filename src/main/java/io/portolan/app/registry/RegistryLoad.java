package io.portolan.app.registry;

import io.portolan.app.cluster.ClientSettings;
import io.portolan.app.cluster.Clusters;
import io.portolan.app.cluster.Written;
import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.PortAssignment;
import io.portolan.topology.Faults;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A load of the registry, the only one at a time: one that begins ends those before it, along with what they have not
 * committed. So what a plan was made of is still there when it is published.
 */
public final class RegistryLoad implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryLoad.class);

    /** The coordinator of a new cluster may have to create its own topic first. */
    private static final int BEGINNING_MS = 30_000;

    private final PortolanConfig config;
    private final Producer<String, Object> producer;

    private RegistryLoad(PortolanConfig config, Producer<String, Object> producer) {
        this.config = config;
        this.producer = producer;
    }

    /**
     * Begins a load.
     *
     * @throws KafkaException if the cluster does not answer or refuses, or there is no registry topic
     */
    public static RegistryLoad begin(PortolanConfig config) {
        RegistryTopic.checkExists(config);
        Producer<String, Object> producer = new KafkaProducer<>(
                settings(config), new StringSerializer(), config.avro().serializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw Clusters.unreachable(config, e);
        }
        return new RegistryLoad(config, producer);
    }

    /** What a load of this registry would publish now, without beginning one. */
    public static LoadPlan rehearse(PortolanConfig config, LoadedRegistry registry) {
        return LoadPlan.of(RegistryTopic.read(config), registry.registry());
    }

    /** What it takes to make the topic hold this registry. */
    public LoadPlan plan(LoadedRegistry registry) {
        return rehearse(config, registry);
    }

    /**
     * Publishes all of a plan, or nothing of it; done when it can be read.
     *
     * @throws KafkaException if another load began meanwhile, an entry cannot be written or the cluster refuses; or if
     *     all was published and cannot be read yet
     */
    public void publish(LoadPlan plan) {
        if (plan.size() == 0) {
            return;
        }
        Written written = new Written();
        try {
            producer.beginTransaction();
            send(plan.records(), written);
            producer.commitTransaction();
        } catch (KafkaException e) {
            abort();
            throw unpublished(e);
        }
        written.awaitReadable(config);
    }

    private void send(Map<String, @Nullable PortAssignment> records, Written written) {
        String topic = config.topics().portRegistry().name();
        records.forEach((key, entry) -> {
            // A record that fails makes the commit fail.
            Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(topic, key, entry), written);
        });
    }

    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            LOG.debug("The transaction could not be aborted, which the cluster does by itself", e);
        }
    }

    private KafkaException unpublished(KafkaException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return new KafkaException(
                        "another load of the registry began meanwhile; nothing of this one was published. Look at the"
                                + " topic with: portolan registry info",
                        failure);
            }
        }
        Throwable root = Faults.root(failure);
        return new KafkaException("nothing was published to the registry's topic: " + root.getMessage(), failure);
    }

    @Override
    public void close() {
        producer.close();
    }

    private static Map<String, Object> settings(PortolanConfig config) {
        Map<String, Object> settings = Clusters.client(config);
        ClientSettings.copy(config, StreamsConfig.PRODUCER_PREFIX, settings);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BEGINNING_MS);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.applicationId() + "-registry-load");
        return settings;
    }
}
