package io.portolan.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Calls of a registry's REST API: tries all addresses, and again after a wait while none of them answers. */
final class RegistryHttp {
    private final RegistrySettings settings;
    private final RegistryExchange plain;
    private final RegistryExchange tls;
    /** Index of the address that answered last; a race between threads costs one try. */
    private volatile int preferred;

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        this.plain = new PlainExchange(settings);
        this.tls = new TlsExchange(settings);
    }

    /** The addresses without credentials, for messages. */
    String addresses() {
        return settings.urls().stream().map(URI::toString).collect(Collectors.joining(","));
    }

    /**
     * Sends one request.
     *
     * @throws SchemaRegistryException if the registry refuses
     * @throws AuthenticationException if no registry can be trusted, or trusts this client
     * @throws RegistryUnavailableException if no registry answers after all retries
     */
    RegistryAnswer send(String method, String path, @Nullable JsonNode body) {
        Duration wait = settings.retryWait();
        for (int retry = 0; ; retry++) {
            try {
                return sendToAny(method, path, body);
            } catch (SSLHandshakeException e) {
                throw untrusted(e);
            } catch (IOException e) {
                if (retry == settings.maxRetries()) {
                    throw unavailable(method, path, retry, e);
                }
            }
            pause(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private RegistryAnswer sendToAny(String method, String path, @Nullable JsonNode body) throws IOException {
        int count = settings.urls().size();
        IOException failure = new IOException("no address");
        int first = preferred;
        for (int i = 0; i < count; i++) {
            int index = (first + i) % count;
            try {
                RegistryAnswer answer = sendTo(settings.urls().get(index), method, path, body);
                preferred = index;
                return answer;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private RegistryAnswer sendTo(URI url, String method, String path, @Nullable JsonNode body) throws IOException {
        RegistryRequest request = new RegistryRequest(
                URI.create(url + path), method, body == null ? null : body.toString(), settings.authorization());
        RegistryResponse response = exchange(url, request);
        if (response.isTransient()) {
            throw new IOException("HTTP status " + response.status());
        }
        return RegistryAnswer.read(response);
    }

    /** A redirect, which may be to TLS, is followed by the one who can. */
    private RegistryResponse exchange(URI url, RegistryRequest request) throws IOException {
        if ("http".equals(url.getScheme())) {
            RegistryResponse response = plain.send(request);
            return response.isRedirect() ? tls.send(request) : response;
        }
        return tls.send(request);
    }

    private void pause(Duration wait) {
        try {
            Thread.sleep(Math.min(wait.toMillis(), settings.retryMaxWait().toMillis()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Trying again would end in the same way. */
    private AuthenticationException untrusted(SSLHandshakeException cause) {
        return new AuthenticationException(
                "The schema registry at " + addresses() + " and this client do not trust each other: "
                        + TlsFault.reason(cause) + "; check schema.registry.ssl.*, and the certificates of both",
                cause);
    }

    private RegistryUnavailableException unavailable(String method, String path, int retries, IOException cause) {
        String said = cause.getMessage() == null ? "cannot connect" : cause.getMessage();
        String reason = cause instanceof UnknownHostException ? "no host is known as " + said : said;
        return new RegistryUnavailableException(
                "No schema registry answers at " + addresses() + " after " + (retries + 1) + " tries (" + method + " "
                        + path + ": " + reason + "); check " + SerdeConfiguration.URL + " and that the registry is up",
                cause);
    }
}
