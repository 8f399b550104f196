package io.portolan.app.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Where the HTTP server listens, and whom it answers.
 *
 * @param enabled whether there is one
 * @param host name or address
 * @param port 0-65535, 0 for any free one
 * @param advertised host and port at which other instances reach this one, if they were told
 * @param token that requests have to bring, if one is needed
 * @param tls with which it speaks TLS, if it does
 */
public record HttpSettings(
        boolean enabled, String host, int port, Optional<HostInfo> advertised, Optional<Password> token, TlsFiles tls) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{16,}=*");

    /**
     * The settings of a configuration.
     *
     * @throws ConfigException if they cannot be used; names the key and the way out, and no secret
     */
    static HttpSettings of(AbstractConfig config) {
        boolean enabled = config.getBoolean(HttpKeys.ENABLED);
        String host = config.getString(HttpKeys.HOST);
        Optional<Password> token = token(config);
        if (enabled && token.isEmpty() && !config.getBoolean(HttpKeys.ANONYMOUS) && !isLoopback(host)) {
            throw new ConfigException(HttpKeys.HOST + "=" + host
                    + " can be reached from other machines, and there is no"
                    + " token; set " + HttpKeys.TOKEN + " or " + HttpKeys.TOKEN_PATH + ", or " + HttpKeys.ANONYMOUS
                    + "=true if everybody may ask");
        }
        return new HttpSettings(
                enabled, host, config.getInt(HttpKeys.PORT), advertised(config), token, TlsFiles.of(config));
    }

    /** The same on any free port. */
    public HttpSettings onAnyPort() {
        return new HttpSettings(enabled, host, 0, advertised, token, tls);
    }

    /** Whether only this machine reaches the server. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new ConfigException(HttpKeys.HOST + "=" + host + " is no name or address of this machine");
        }
    }

    private static Optional<HostInfo> advertised(AbstractConfig config) {
        String text = config.getString(HttpKeys.ADVERTISED);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(HostInfo.buildFromEndpoint(text));
        } catch (ConfigException e) {
            throw new ConfigException(HttpKeys.ADVERTISED + "=" + text + " is not of the form host:port");
        }
    }

    private static Optional<Password> token(AbstractConfig config) {
        Optional<Password> token = secret(config, HttpKeys.TOKEN);
        Optional<Path> file = path(config, HttpKeys.TOKEN_PATH);
        if (token.isPresent() && file.isPresent()) {
            throw new ConfigException(
                    HttpKeys.TOKEN + " and " + HttpKeys.TOKEN_PATH + " both give the token; leave one of them out");
        }
        String key = file.isPresent() ? HttpKeys.TOKEN_PATH : HttpKeys.TOKEN;
        return file.map(HttpSettings::read).or(() -> token).map(found -> checked(key, found));
    }

    private static Password read(Path file) {
        try {
            return new Password(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            throw new ConfigException(HttpKeys.TOKEN_PATH + ": " + file + " does not exist");
        } catch (IOException e) {
            throw new ConfigException(HttpKeys.TOKEN_PATH + ": " + file + " cannot be read");
        }
    }

    /** RFC 6750 section 2.1 says which characters a bearer token has; a short one is guessed. */
    private static Password checked(String key, Password token) {
        if (!TOKEN.matcher(token.value()).matches()) {
            throw new ConfigException(key + ": a token has 16 characters or more, letters, digits and -._~+/ and then"
                    + " only =; make one with: openssl rand -hex 32");
        }
        return token;
    }

    static Optional<Path> path(AbstractConfig config, String key) {
        return Optional.of(config.getString(key))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }

    static Optional<Password> secret(AbstractConfig config, String key) {
        return Optional.of(config.getPassword(key))
                .filter(secret -> !secret.value().isEmpty());
    }
}
