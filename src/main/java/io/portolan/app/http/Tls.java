package io.portolan.app.http;

import io.portolan.app.config.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** Makes of files what TLS needs, by the code with which Kafka's clients read theirs. */
final class Tls {
    private static final String PEM = DefaultSslEngineFactory.PEM_TYPE;

    private Tls() {}

    /**
     * With what the server proves who it is, if it speaks TLS.
     *
     * @throws ConfigException if the files cannot be used; names them and the cause
     */
    static Optional<SSLContext> server(TlsFiles files) {
        if (!files.isPresent()) {
            return Optional.empty();
        }
        Map<String, Object> settings = new HashMap<>();
        files.keystore().ifPresent(store -> {
            settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, "PKCS12");
            settings.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, store.toString());
            files.keystorePassword().ifPresent(secret -> {
                settings.put(SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, secret);
                settings.put(SslConfigs.SSL_KEY_PASSWORD_CONFIG, secret);
            });
        });
        files.certificate().ifPresent(certificate -> {
            settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, PEM);
            settings.put(SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, text(certificate));
            settings.put(SslConfigs.SSL_KEYSTORE_KEY_CONFIG, text(files.key().orElseThrow()));
            files.keyPassword().ifPresent(secret -> settings.put(SslConfigs.SSL_KEY_PASSWORD_CONFIG, secret));
        });
        String names = files.keystore()
                .map(Path::toString)
                .orElseGet(() -> files.certificate().orElseThrow() + " and "
                        + files.key().orElseThrow());
        return Optional.of(context(
                settings, "http.tls.*: " + names + " cannot be used (PEM: a certificate chain, and a key in PKCS #8)"));
    }

    /**
     * Whom a client of other instances trusts, if they speak TLS.
     *
     * @throws ConfigException as above
     */
    static Optional<SSLContext> client(TlsFiles files) {
        if (!files.isPresent()) {
            return Optional.empty();
        }
        Map<String, Object> settings = new HashMap<>();
        files.trust().ifPresent(trust -> {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PEM);
            settings.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, text(trust));
        });
        return Optional.of(context(settings, "http.tls.trust.path cannot be used"));
    }

    private static SSLContext context(Map<String, Object> settings, String otherwise) {
        ConfigDef keys = new ConfigDef();
        SslConfigs.addClientSslSupport(keys);
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(keys.parse(settings));
            return factory.sslContext();
        } catch (KafkaException e) {
            throw new ConfigException(otherwise + ": " + root(e));
        }
    }

    private static String root(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static Password text(Path file) {
        try {
            return new Password(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new ConfigException("http.tls.*: " + file + " does not exist");
        } catch (IOException e) {
            throw new ConfigException("http.tls.*: " + file + " cannot be read");
        }
    }
}
