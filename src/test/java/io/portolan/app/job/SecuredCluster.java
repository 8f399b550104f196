package io.portolan.app.job;

import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.JobRights;
import io.portolan.topology.Right;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;

/** A cluster that asks who comes, and a job's configuration for it, block by block as docs/security.md has it. */
final class SecuredCluster implements AutoCloseable {
    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final String FOLDER = "/etc/portolan/";
    private static final String CLIENT_SECRET = "Client-Secret-7";

    private final Path folder;
    private final TokenEndpoint tokens;
    private final SecuredBroker broker;
    private final ClusterHarness cluster;
    private final GuardedRegistry registry;
    private final GuardedRegistry expiredRegistry;

    private SecuredCluster(Path folder) throws Exception {
        this.folder = folder;
        Certificates certificates = Certificates.make(folder.resolve("certificates"), "Test authority")
                .with("broker")
                .with("portolan")
                .withExpired("expired");
        Certificates strangers = Certificates.make(folder.resolve("strangers"), "Strangers");
        writeSecrets(certificates);
        Files.copy(strangers.file("ca.crt"), file("strangers.crt"));
        tokens = TokenEndpoint.start("portolan", CLIENT_SECRET);
        System.setProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG, tokens.jwks());
        broker = new SecuredBroker();
        cluster = ClusterHarness.start(
                folder,
                "zeek-conn",
                Map.of("kafka.bootstrap.servers", broker.address("PLAINTEXT")),
                broker.properties(certificates, tokens));
        cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
        String behind = "http://127.0.0.1:" + cluster.schemasPort();
        registry = GuardedRegistry.start(behind, certificates.server("broker"));
        expiredRegistry = GuardedRegistry.start(behind, certificates.server("expired"));
    }

    /** With a user {@code portolan} that may do what a job needs. */
    static SecuredCluster start(Path folder) throws Exception {
        SecuredCluster secured = new SecuredCluster(folder);
        secured.addUser("portolan", rights(secured.cluster.config()));
        return secured;
    }

    ClusterHarness harness() {
        return cluster;
    }

    /** A client that may do anything. */
    Admin admin() {
        return Admin.create(cluster.config().kafkaClient());
    }

    /** A user with the password of all, and these rights. */
    void addUser(String user, List<Right> rights) throws Exception {
        try (Admin admin = admin()) {
            SecuredBroker.addUser(admin, user);
            admin.createAcls(rights.stream()
                            .flatMap(right -> right.allow("User:" + user).stream())
                            .toList())
                    .all()
                    .get();
        }
    }

    static List<Right> rights(PortolanConfig config) {
        return JobRights.of(config.topics(), config.inputs(), config.views(), config.applicationId());
    }

    String registryWithAnExpiredCertificate() {
        return expiredRegistry.url();
    }

    String address(String listener) {
        return broker.address(listener);
    }

    /** Where a file is that the document has in {@code /etc/portolan}. */
    Path file(String name) {
        return folder.resolve("etc").resolve(name);
    }

    /** The configuration of the document's blocks, with this cluster's addresses and files. */
    Map<String, String> keys(String... blocks) throws IOException {
        Map<String, String> keys = new HashMap<>(cluster.keys());
        for (String block : blocks) {
            keys.putAll(block(block));
        }
        keys.replaceAll((key, value) -> value.replace(FOLDER, folder.resolve("etc") + "/"));
        Map<String, String> listeners =
                Map.of("scram", SecuredBroker.SCRAM, "oauth", SecuredBroker.OAUTH, "mtls", SecuredBroker.MTLS);
        for (String block : blocks) {
            if (listeners.containsKey(block)) {
                keys.put("kafka.bootstrap.servers", address(listeners.get(block)));
            }
        }
        keys.put("schema.registry.url", registry.url());
        keys.replace("kafka.sasl.oauthbearer.token.endpoint.url", tokens.tokens());
        return keys;
    }

    /** A block of the document by the word after its language. */
    static Map<String, String> block(String name) throws IOException {
        Matcher block =
                Pattern.compile("(?ms)^```properties " + name + "\\n(.*?)^```$").matcher(Files.readString(DOCUMENT));
        if (!block.find()) {
            throw new IllegalArgumentException(DOCUMENT + " has no block " + name);
        }
        Properties properties = new Properties();
        properties.load(new StringReader(block.group(1)));
        Map<String, String> keys = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> keys.put(key, properties.getProperty(key)));
        return keys;
    }

    @Override
    public void close() {
        registry.close();
        expiredRegistry.close();
        cluster.close();
        tokens.close();
        System.clearProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG);
    }

    private void writeSecrets(Certificates certificates) throws IOException {
        Files.createDirectories(file("secrets"));
        Files.createDirectories(file("tls"));
        Files.createDirectories(file("expired"));
        Files.copy(certificates.file("ca.crt"), file("ca.crt"));
        Files.copy(certificates.file("portolan.crt"), file("tls/tls.crt"));
        Files.copy(certificates.file("portolan.key"), file("tls/tls.key"));
        Files.copy(certificates.file("expired.crt"), file("expired/tls.crt"));
        Files.copy(certificates.file("expired.key"), file("expired/tls.key"));
        Files.writeString(file("secrets/kafka-password"), SecuredBroker.PASSWORD + "\n");
        Files.writeString(file("secrets/client-secret"), CLIENT_SECRET + "\n");
        Files.writeString(
                file("secrets.properties"),
                "registry.password=" + GuardedRegistry.PASSWORD + "\nregistry.token=" + GuardedRegistry.TOKEN + "\n");
    }
}
