package io.portolan.wire;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Talks to a registry with TLS, or to one that sends on to another with TLS. */
final class TlsExchange implements RegistryExchange {
    private final RegistrySettings settings;
    private @Nullable HttpClient http;

    TlsExchange(RegistrySettings settings) {
        this.settings = settings;
    }

    @Override
    public RegistryResponse send(RegistryRequest request) throws IOException {
        try {
            HttpResponse<String> response =
                    http().send(request(request), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new RegistryResponse(response.uri(), response.statusCode(), response.body());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
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

    private HttpRequest request(RegistryRequest request) {
        HttpRequest.Builder built = HttpRequest.newBuilder(request.uri())
                .timeout(settings.readTimeout())
                .method(request.method(), publisher(request.body()));
        request.headers().forEach(built::header);
        return built.build();
    }

    private static BodyPublisher publisher(@Nullable String body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }
}
