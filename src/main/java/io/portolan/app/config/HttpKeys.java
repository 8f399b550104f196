package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import org.apache.kafka.common.config.ConfigDef;

/** The keys of the HTTP server with their defaults. */
final class HttpKeys {
    static final String ENABLED = "http.enabled";
    static final String HOST = "http.host";
    static final String PORT = "http.port";
    static final String ADVERTISED = "http.advertised.address";
    static final String TOKEN = "http.token";
    static final String TOKEN_PATH = "http.token.path";
    static final String ANONYMOUS = "http.anonymous.allowed";
    static final String CERTIFICATE = "http.tls.certificate.path";
    static final String KEY = "http.tls.key.path";
    static final String KEY_PASSWORD = "http.tls.key.password";
    static final String KEYSTORE = "http.tls.keystore.path";
    static final String KEYSTORE_PASSWORD = "http.tls.keystore.password";
    static final String TRUST = "http.tls.trust.path";

    private static final int DEFAULT_PORT = 8274;
    private static final int HIGHEST_PORT = 65_535;

    private HttpKeys() {}

    static void define(ConfigDef keys) {
        defineAddress(keys);
        defineToken(keys);
        defineTls(keys);
    }

    private static void defineAddress(ConfigDef keys) {
        keys.define(
                ENABLED,
                BOOLEAN,
                true,
                MEDIUM,
                "Whether the job answers on HTTP: health, metrics, API and page (docs/http.md).");
        keys.define(
                HOST,
                STRING,
                "127.0.0.1",
                new ConfigDef.NonEmptyString(),
                MEDIUM,
                "Address that the server listens on; 0.0.0.0 is every IPv4 address of the machine. One that other machines"
                        + " can reach needs a token.");
        keys.define(
                PORT,
                INT,
                DEFAULT_PORT,
                between(0, HIGHEST_PORT),
                MEDIUM,
                "TCP port that the server listens on; 0 is any free one.");
        keys.define(
                ADVERTISED,
                STRING,
                "",
                MEDIUM,
                "host:port at which the other instances of the job reach this one, and the host that a certificate has to"
                        + " be for. Default: host and port, or the machine's own address if the host is every address.");
    }

    private static void defineToken(ConfigDef keys) {
        keys.define(
                TOKEN,
                PASSWORD,
                "",
                MEDIUM,
                "Bearer token that every request has to bring but those of health and of the page's files; 16 characters or"
                        + " more, the same on all instances.");
        keys.define(TOKEN_PATH, STRING, "", MEDIUM, "A file with that token, in the place of `http.token`.");
        keys.define(
                ANONYMOUS,
                BOOLEAN,
                false,
                MEDIUM,
                "Lets everybody who reaches the server ask it, without a token; for a network in which that is safe.");
    }

    private static void defineTls(ConfigDef keys) {
        keys.define(
                CERTIFICATE,
                STRING,
                "",
                MEDIUM,
                "A PEM file with the certificate of the server and those that signed it. With it the server speaks TLS 1.2"
                        + " and 1.3, and nothing else.");
        keys.define(KEY, STRING, "", MEDIUM, "A PEM file with its private key, in PKCS #8.");
        keys.define(KEY_PASSWORD, PASSWORD, "", LOW, "The password of that key, if it has one.");
        keys.define(KEYSTORE, STRING, "", MEDIUM, "A PKCS #12 file with key and certificate, in the place of both.");
        keys.define(KEYSTORE_PASSWORD, PASSWORD, "", LOW, "The password of that file and of the key in it.");
        keys.define(
                TRUST,
                STRING,
                "",
                LOW,
                "A PEM file with the certificates that the other instances are trusted by; default: those that Java"
                        + " trusts.");
    }
}
