package io.portolan.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Calls of a registry's REST API: tries all addresses, and again after a wait while none of them answers. */
final class RegistryHttp {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private final RegistrySettings settings;
    private @Nullable HttpClient http;
    /** Index of the address that answered last; a race between threads costs one try. */
    private volatile int preferred;

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
    }

    /** Made when it is needed first: Java reads whom it trusts for it, which takes a while. */
    private synchronized HttpClient http() {
        if (http == null) {
            http = client(settings);
        }
        return http;
    }

    private static HttpClient client(RegistrySettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.connectTimeout());
        settings.tls().ifPresent(tls -> builder.sslContext(tls.context()).sslParameters(tls.parameters()));
        return builder.build();
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
        HttpRequest request = request(URI.create(url + path), method, body);
        try {
            HttpResponse<String> response = http().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (isTransient(response.statusCode())) {
                throw new IOException("HTTP status " + response.statusCode());
            }
            return RegistryAnswer.read(response);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private HttpRequest request(URI uri, String method, @Nullable JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.readTimeout())
                .header("Accept", CONTENT_TYPE)
                .method(method, publisher(body));
        if (body != null) {
            request.header("Content-Type", CONTENT_TYPE);
        }
        if (settings.authorization() != null) {
            request.header("Authorization", settings.authorization());
        }
        return request.build();
    }

    private static BodyPublisher publisher(@Nullable JsonNode body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    }

    private static boolean isTransient(int status) {
        return status >= 500 || status == 408 || status == 429;
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
        String reason = cause.getMessage() == null ? "cannot connect" : cause.getMessage();
        return new RegistryUnavailableException(
                "No schema registry answers at " + addresses() + " after " + (retries + 1) + " tries (" + method + " "
                        + path + ": " + reason + "); check " + SerdeConfiguration.URL + " and that the registry is up",
                cause);
    }
}
