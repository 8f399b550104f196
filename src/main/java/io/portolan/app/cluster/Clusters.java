package io.portolan.app.cluster;

import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.Faults;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** How a command asks a cluster, and what to say when it does not answer. */
public final class Clusters {
    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final int ANSWER_TIMEOUT_MS = 10_000;
    private static final int LOOKS = 100;
    private static final long BETWEEN_LOOKS_MS = 100;

    private Clusters() {}

    /** Settings of a client that gives up on a silent cluster after ten seconds, unless the configuration says how long. */
    public static Map<String, Object> client(PortolanConfig config) {
        Map<String, Object> settings = new HashMap<>(config.kafkaClient());
        if (!settings.containsKey(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG)
                && !settings.containsKey(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG)) {
            settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
            settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MS);
        }
        return settings;
    }

    /**
     * An admin client of the cluster.
     *
     * @throws KafkaException if its settings cannot be used, for example if no broker's name is known
     */
    public static Admin admin(PortolanConfig config) {
        try {
            return Admin.create(client(config));
        } catch (KafkaException e) {
            throw new KafkaException(
                    "no client of the cluster at " + config.brokers() + " can be made: "
                            + Refusals.told(e)
                                    .orElseGet(() -> reason(config, Faults.root(e))
                                            + "; check the kafka.* keys (or --bootstrap-server)"),
                    e);
        }
    }

    /** The parser of a login quotes pieces of it, which may be pieces of a password. */
    private static String reason(PortolanConfig config, Throwable fault) {
        boolean login = config.kafka().containsKey(SaslConfigs.SASL_JAAS_CONFIG);
        return login && fault instanceof IllegalArgumentException
                ? "kafka.sasl.jaas.config is not of the form: <class> required <name>=\"<value>\" ...;"
                : String.valueOf(fault.getMessage());
    }

    /**
     * What the cluster answers.
     *
     * @throws KafkaException if it does not, or refuses; the cause is Kafka's exception
     */
    public static <T> T await(PortolanConfig config, KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw unreachable(config, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Waits for topics that were made or taken away to show as that: a broker answers from what the controller has told it,
     * which lags behind.
     *
     * @param others the topics that do not show yet
     * @param what was done to them, for the message
     * @throws KafkaException if some do not within ten seconds
     */
    public static void awaitShown(Supplier<Set<String>> others, String what) {
        if (!shows(() -> others.get().isEmpty())) {
            throw new KafkaException("topics were " + what + " but do not show on the cluster as that: "
                    + String.join(", ", others.get()) + "; look again with: portolan topics");
        }
    }

    /** Looks again and again; false if it is not so within ten seconds. */
    static boolean shows(BooleanSupplier look) {
        for (int looks = 1; !look.getAsBoolean(); looks++) {
            if (looks == LOOKS) {
                return false;
            }
            pause();
        }
        return true;
    }

    /**
     * Done when every partition of these topics takes records, which is a little after the topic shows. Of what is written in
     * between, a broker before Kafka 4.5 may refuse the first records and take those behind them; the producer then offers
     * the first ones in vain until it gives them up (KAFKA-15591). A partition has offsets only when it takes records.
     *
     * @param partitions how many each topic has
     */
    public static KafkaFuture<?> opened(Admin admin, Map<String, Integer> partitions) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        partitions.forEach((topic, number) -> IntStream.range(0, number)
                .forEach(partition -> ends.put(new TopicPartition(topic, partition), OffsetSpec.latest())));
        return admin.listOffsets(ends).all();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The failure to reach the cluster, as one that names its address and the way out. */
    public static KafkaException unreachable(PortolanConfig config, Throwable cause) {
        String brokers = config.brokers();
        if (cause instanceof TimeoutException) {
            return new KafkaException(
                    "no broker answered at " + brokers
                            + "; check kafka.bootstrap.servers (or --bootstrap-server) and that Kafka runs there"
                            + protocol(config),
                    cause);
        }
        return new KafkaException(
                "the cluster at " + brokers + " cannot be used: "
                        + Refusals.told(cause)
                                .orElseGet(() -> cause.getMessage() + "; check the kafka.* keys of the configuration"),
                cause);
    }

    /** A listener that speaks something else does not answer either. */
    private static String protocol(PortolanConfig config) {
        Object protocol = config.kafka()
                .getOrDefault(
                        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
        return ", with kafka.security.protocol " + protocol;
    }
}
