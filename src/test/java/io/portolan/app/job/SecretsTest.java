package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A job with secrets in its configuration, through start, fault and stop: none of them is in what it writes. */
@Timeout(180)
class SecretsTest {
    private static final String LOGIN = "Secret-Login-7";
    private static final String BASIC = "Secret-Basic-7";
    private static final String ADDRESS = "Secret-Address-7";
    private static final String KEYSTORE = "Secret-Keystore-7";
    private static final List<String> SECRETS = List.of(LOGIN, BASIC, ADDRESS, KEYSTORE);

    @TempDir
    private Path folder;

    static Stream<Arguments> logs() {
        return Suite.of(1, Arguments.of("debug", "json"), Arguments.of("info", "text"));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void noSecretIsInTheLog(String level, String format) throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn", login(), broker())) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
            try (JobProcess job = JobProcess.start(folder, "job", secrets(cluster, level, format))) {
                cluster.produce(
                        List.of("no flow", Zeek.tcp("C1", "198.51.100.7", 40000, "192.0.2.10", 443, "SF", "ShADadFf")));
                assertThat(cluster.enriched(1)).hasSize(1);
                cluster.stopBroker();
                await().atMost(Duration.ofSeconds(60)).until(() -> job.text().contains("No broker of the cluster"));
                job.stop();

                assertThat(job.text()).contains("1 record could not be read").doesNotContain(SECRETS);
                cluster.startBroker();
            }
        }
    }

    @Test
    void aLoginThatIsRefusedEndsTheStartInALineWithoutIt() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn", login(), broker())) {
            Map<String, String> keys = secrets(cluster, "warn", "text");
            keys.put("kafka.sasl.jaas.config", jaas("portolan", "Secret-Wrong-7"));
            try (JobProcess job = JobProcess.start(folder, "job", keys)) {
                assertThat(job.awaitEnd(60)).isEqualTo(1);

                assertThat(job.lines()).last().asString().contains("Authentication failed");
                assertThat(job.text()).doesNotContain(SECRETS).doesNotContain("Secret-Wrong-7");
            }
        }
    }

    private static Map<String, String> secrets(ClusterHarness cluster, String level, String format) {
        Map<String, String> keys = new HashMap<>(cluster.keys());
        keys.put("log.level", level);
        keys.put("log.format", format);
        keys.put("kafka.ssl.keystore.password", KEYSTORE);
        keys.put("kafka.producer.ssl.key.password", KEYSTORE);
        keys.put("schema.registry.basic.auth.credentials.source", "USER_INFO");
        keys.put("schema.registry.basic.auth.user.info", "portolan:" + BASIC);
        keys.put("registry.source.url", "https://portolan:" + ADDRESS + "@192.0.2.1/registry.csv");
        return keys;
    }

    private static Map<String, String> login() {
        return Map.of(
                "kafka.security.protocol", "SASL_PLAINTEXT",
                "kafka.sasl.mechanism", "PLAIN",
                "kafka.sasl.jaas.config", jaas("portolan", LOGIN));
    }

    private static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    private static Map<String, String> broker() {
        return Map.of(
                "listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.plaintext.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\"b\""
                                + " user_broker=\"b\" user_portolan=\"" + LOGIN + "\";");
    }
}
