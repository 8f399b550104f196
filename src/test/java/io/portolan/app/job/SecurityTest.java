package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.Suite;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.Right;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The job as docs/security.md configures it, on a cluster and a schema registry that ask who comes; and who is refused. */
@Timeout(180)
class SecurityTest {
    /** Of a job that has its user's name. */
    private static final String CHANGELOG = "USER-traffic-changelog";

    @TempDir
    private static Path folder;

    private static SecuredCluster cluster;
    private static int flows;
    private static int users;

    @BeforeAll
    static void start() throws Exception {
        cluster = SecuredCluster.start(folder);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource({"scram, registry-basic", "oauth, registry-bearer", "mtls, registry-certificate"})
    void theJobRunsWithTheConfigurationOfTheDocument(String kafka, String registry) throws Exception {
        try (JobProcess job = JobProcess.start(folder, kafka, cluster.keys(kafka, registry))) {
            flows++;
            cluster.harness()
                    .produce(List.of(
                            Zeek.tcp("C" + flows, "198.51.100.7", 40000, "192.0.2.10", 1274, "SF", "ShADadFf")));

            assertThat(cluster.harness().enriched(flows)).as(job.text()).hasSize(flows);
            assertThat(job.stop()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whoIsRefusedIsToldWhyInOneLine(String fault, List<String> blocks, Map<String, String> more, String line)
            throws Exception {
        Map<String, String> keys = new HashMap<>(cluster.keys(blocks.toArray(String[]::new)));
        keys.putAll(more);
        keys.put("http.enabled", "false");
        try (JobProcess job = JobProcess.start(folder, fault.replace(' ', '-'), keys)) {
            assertThat(job.awaitEnd(60)).isEqualTo(1);

            assertThat(job.lines())
                    .filteredOn(told -> !told.contains(" INFO "))
                    .singleElement()
                    .asString()
                    .matches("portolan: " + line);
        }
    }

    static Stream<Arguments> whoIsRefusedIsToldWhyInOneLine() {
        String untrusted = "The schema registry at https://localhost:\\d+ and this client do not trust each other: ";
        return Suite.of(
                4,
                refused(
                        "a wrong password",
                        "scram",
                        "registry-basic",
                        jaas("portolan", "wrong"),
                        "the cluster at .* cannot be used: Authentication failed .* invalid credentials .* SCRAM-SHA-512;"
                                + " check kafka.sasl.*"),
                refused(
                        "an expired broker",
                        "mtls",
                        "registry-basic",
                        Map.of("kafka.bootstrap.servers", cluster.address(SecuredBroker.EXPIRED)),
                        "the cluster at .* cannot be used: no TLS with a broker: its certificate, or one that signed it, has"
                                + " expired \\(NotAfter: .*\\); check kafka.ssl.*"),
                refused(
                        "a wrong registry password",
                        "scram",
                        "registry-basic",
                        Map.of("schema.registry.basic.auth.user.info", "portolan:wrong"),
                        "Schema of subject .*: Schema registry answered 401 to https://.*: Unauthorized; check the registry's"
                                + " credentials"),
                refused(
                        "an expired registry",
                        "scram",
                        "registry-basic",
                        Map.of("schema.registry.url", cluster.registryWithAnExpiredCertificate()),
                        untrusted + "its certificate, or one that signed it, has expired \\(NotAfter: .*\\); check"
                                + " schema.registry.ssl.*"),
                refused(
                        "an unknown authority",
                        "mtls",
                        "registry-basic",
                        Map.of(
                                "kafka.ssl.truststore.location",
                                cluster.file("strangers.crt").toString()),
                        "the cluster at .* cannot be used: no TLS with a broker: its certificate is signed by nobody in the"
                                + " trust store; check kafka.ssl.*"),
                refused(
                        "an expired client",
                        "mtls",
                        "registry-basic",
                        expiredClient("kafka."),
                        "the cluster at .* cannot be used: no TLS with a broker: it (says that the client certificate has"
                                + " expired|does not accept the client certificate .*); check kafka.ssl.*"),
                refused(
                        "a wrong client secret",
                        "oauth",
                        "registry-basic",
                        Map.of("kafka.sasl.oauthbearer.client.credentials.client.secret", "wrong"),
                        "no client of the cluster at .* can be made: no login: .*401.*invalid_client.*; check kafka.sasl.*"),
                refused(
                        "a wrong registry token",
                        "scram",
                        "registry-bearer",
                        Map.of("schema.registry.bearer.auth.token", "wrong"),
                        "Schema of subject .*: Schema registry answered 401 to https://.*: Unauthorized; check .*"),
                refused(
                        "a registry user who may not write",
                        "scram",
                        "registry-basic",
                        Map.of("schema.registry.basic.auth.user.info", "reader:" + GuardedRegistry.PASSWORD),
                        "Schema of subject .*: Schema registry answered 403 to https://.*: User is denied operation Write;"
                                + " the registry's user may not do this"),
                refused(
                        "a registry of an unknown authority",
                        "scram",
                        "registry-basic",
                        Map.of(
                                "schema.registry.ssl.truststore.location",
                                cluster.file("strangers.crt").toString()),
                        untrusted
                                + "its certificate is signed by nobody in the trust store; check schema.registry.ssl.*"),
                refused(
                        "a file that is missing",
                        "scram",
                        "registry-basic",
                        Map.of(
                                "schema.registry.ssl.truststore.location",
                                cluster.file("none.crt").toString()),
                        "schema.registry.ssl.\\* cannot be used: .*none.crt does not exist"));
    }

    @ParameterizedTest
    @MethodSource
    void withoutOneOfItsRightsAJobEndsAndSaysWhichIsMissing(
            ResourceType type, String named, AclOperation operation, String told) throws Exception {
        String user = "without-" + ++users;
        String name = named.replace("USER", user);
        String place = told.replace("USER", user);
        Map<String, String> keys = cluster.keys("scram", "registry-basic");
        keys.putAll(jaas(user, SecuredBroker.PASSWORD));
        keys.put("kafka.application.id", user);
        PortolanConfig config = new PortolanConfig(keys);
        cluster.addUser(
                user,
                SecuredCluster.rights(config).stream()
                        .map(right -> without(right, type, name, operation))
                        .toList());
        cluster.harness().produce(List.of(session(users)));

        assertThat(end(config)).contains(place).contains("docs/security.md");
    }

    static Stream<Arguments> withoutOneOfItsRightsAJobEndsAndSaysWhichIsMissing() {
        return Suite.of(
                4,
                Arguments.of(ResourceType.TOPIC, "flows", AclOperation.READ, "flows"),
                Arguments.of(ResourceType.TOPIC, "flow-logs-enriched", AclOperation.WRITE, "flow-logs-enriched"),
                Arguments.of(ResourceType.TOPIC, CHANGELOG, AclOperation.CREATE, CHANGELOG),
                Arguments.of(ResourceType.TRANSACTIONAL_ID, "USER-", AclOperation.WRITE, "ransactional"),
                Arguments.of(ResourceType.TOPIC, "port-sightings", AclOperation.READ, "port-sightings"),
                Arguments.of(ResourceType.TOPIC, "port-traffic-parts", AclOperation.WRITE, "port-traffic-parts"),
                Arguments.of(ResourceType.TOPIC, CHANGELOG, AclOperation.WRITE, CHANGELOG),
                Arguments.of(ResourceType.GROUP, "USER", AclOperation.READ, "USER"));
    }

    private static Right without(Right right, ResourceType type, String name, AclOperation operation) {
        if (right.resource().resourceType() != type || !right.resource().name().equals(name)) {
            return right;
        }
        assertThat(right.operations()).contains(operation);
        return new Right(
                right.resource(),
                right.operations().stream().filter(other -> other != operation).toList());
    }

    /** What a job says that could not start, or has ended. */
    private static String end(PortolanConfig config) throws InterruptedException {
        try (Job job = Job.start(config)) {
            return job.awaitEnd().orElseThrow().getMessage();
        } catch (KafkaException e) {
            return e.getMessage();
        }
    }

    private static String session(int number) {
        return Zeek.tcp("C" + number, "198.51.100.7", 40000, "192.0.2.10", 1274, "SF", "ShADadFf");
    }

    private static Map<String, String> jaas(String user, String password) {
        return Map.of(
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
    }

    private static Map<String, String> expiredClient(String prefix) {
        return Map.of(
                prefix + "ssl.keystore.certificate.chain",
                "${directory:" + cluster.file("expired") + ":tls.crt}",
                prefix + "ssl.keystore.key",
                "${directory:" + cluster.file("expired") + ":tls.key}");
    }

    private static Arguments refused(
            String fault, String kafka, String registry, Map<String, String> more, String line) {
        return Arguments.of(fault, List.of(kafka, registry), more, line);
    }
}
