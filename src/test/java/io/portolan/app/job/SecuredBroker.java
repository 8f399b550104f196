package io.portolan.app.job;

import io.portolan.app.broker.FreePorts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * Properties of a broker that asks who comes, and lets nobody do what no access control list allows: a listener for each
 * way to prove it, and one for the test that lets everybody in as the administrator.
 */
final class SecuredBroker {
    static final String PASSWORD = "Kafka-Password-7";
    /** SCRAM-SHA-512 over TLS. */
    static final String SCRAM = "SCRAM";
    /** OAUTHBEARER over TLS. */
    static final String OAUTH = "OAUTH";
    /** TLS with a certificate of the client. */
    static final String MTLS = "MTLS";
    /** TLS with a certificate of the broker that has expired. */
    static final String EXPIRED = "EXPIRED";

    private static final String OURS = "PLAINTEXT";
    private static final List<String> LISTENERS = List.of(OURS, SCRAM, OAUTH, MTLS, EXPIRED, "CONTROLLER");
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    SecuredBroker() {
        List<Integer> free = FreePorts.several(LISTENERS.size());
        LISTENERS.forEach(listener -> ports.put(listener, free.get(ports.size())));
    }

    /** Address of a listener. */
    String address(String listener) {
        return "127.0.0.1:" + ports.get(listener);
    }

    int port() {
        return ports.get(OURS);
    }

    Map<String, String> properties(Certificates certificates, TokenEndpoint tokens) {
        Map<String, String> properties = new HashMap<>();
        int controller = ports.get("CONTROLLER");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        properties.put(
                "listeners",
                ports.entrySet().stream()
                        .map(port -> port.getKey() + "://127.0.0.1:" + port.getValue())
                        .collect(Collectors.joining(",")));
        properties.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SCRAM:SASL_SSL,OAUTH:SASL_SSL,MTLS:SSL,EXPIRED:SSL");
        properties.put("inter.broker.listener.name", OURS);
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("super.users", "User:ANONYMOUS");
        properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,OAUTHBEARER");
        properties.putAll(tls(SCRAM, certificates, "broker"));
        properties.putAll(tls(OAUTH, certificates, "broker"));
        properties.putAll(tls(MTLS, certificates, "broker"));
        properties.putAll(tls(EXPIRED, certificates, "expired"));
        properties.put("listener.name.mtls.ssl.client.auth", "required");
        properties.put("listener.name.mtls.ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/,DEFAULT");
        properties.put("listener.name.scram.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        properties.put(
                "listener.name.scram.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        properties.putAll(oauth(tokens));
        return properties;
    }

    /** Makes a user with {@link #PASSWORD}. */
    static void addUser(Admin admin, String name) throws Exception {
        admin.alterUserScramCredentials(java.util.List.of(new UserScramCredentialUpsertion(
                        name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
                .all()
                .get();
    }

    private static Map<String, String> tls(String listener, Certificates certificates, String name) {
        String prefix = "listener.name." + listener.toLowerCase(Locale.ROOT) + ".ssl.";
        return Map.of(
                prefix + "keystore.type",
                "PEM",
                prefix + "keystore.location",
                certificates.keyAndChain(name).toString(),
                prefix + "truststore.type",
                "PEM",
                prefix + "truststore.location",
                certificates.file("ca.crt").toString());
    }

    private static Map<String, String> oauth(TokenEndpoint tokens) {
        String prefix = "listener.name.oauth.oauthbearer.sasl.";
        return Map.of(
                "listener.name.oauth.sasl.enabled.mechanisms",
                "OAUTHBEARER",
                prefix + "server.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
                prefix + "jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
                prefix + "oauthbearer.jwks.endpoint.url",
                tokens.jwks(),
                prefix + "oauthbearer.expected.audience",
                TokenEndpoint.AUDIENCE);
    }
}
