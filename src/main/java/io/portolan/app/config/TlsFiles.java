package io.portolan.app.config;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * What a server needs to speak TLS, and a client to trust it: key and certificate as two PEM files or as one PKCS #12 file.
 *
 * @param certificate PEM file; goes with a key
 * @param key PEM file; goes with a certificate
 * @param keyPassword of the key
 * @param keystore PKCS #12 file
 * @param keystorePassword of the keystore
 * @param trust PEM file with the certificates that other servers are trusted by
 */
public record TlsFiles(
        Optional<Path> certificate,
        Optional<Path> key,
        Optional<Password> keyPassword,
        Optional<Path> keystore,
        Optional<Password> keystorePassword,
        Optional<Path> trust) {

    public TlsFiles {
        if (certificate.isPresent() != key.isPresent()) {
            throw new ConfigException(
                    HttpKeys.CERTIFICATE + " and " + HttpKeys.KEY + " go together; set both or neither");
        }
        if (certificate.isPresent() && keystore.isPresent()) {
            throw new ConfigException(HttpKeys.CERTIFICATE + " and " + HttpKeys.KEYSTORE
                    + " both give a certificate; leave one of them out");
        }
    }

    static TlsFiles of(AbstractConfig config) {
        return new TlsFiles(
                HttpSettings.path(config, HttpKeys.CERTIFICATE),
                HttpSettings.path(config, HttpKeys.KEY),
                HttpSettings.secret(config, HttpKeys.KEY_PASSWORD),
                HttpSettings.path(config, HttpKeys.KEYSTORE),
                HttpSettings.secret(config, HttpKeys.KEYSTORE_PASSWORD),
                HttpSettings.path(config, HttpKeys.TRUST));
    }

    /** Whether the server speaks TLS. */
    public boolean isPresent() {
        return certificate.isPresent() || keystore.isPresent();
    }
}
