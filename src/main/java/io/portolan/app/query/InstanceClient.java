package io.portolan.app.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.json.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** Asks other instances of the job, with the token and over TLS as they ask us. */
public final class InstanceClient {
    private static final Duration CONNECTING = Duration.ofSeconds(1);
    private static final Duration ANSWERING = Duration.ofSeconds(4);

    private @Nullable HttpClient http;
    private final Optional<SSLContext> trust;
    private final String scheme;
    private final Optional<Password> token;

    /**
     * What an instance answered.
     *
     * @param status of HTTP
     * @param body the answer, or the problem
     */
    record InstanceAnswer(int status, ObjectNode body) {}

    /**
     * @param token that the instances want, if they do
     * @param trust with which they are trusted if they speak TLS; empty if they do not
     */
    public InstanceClient(Optional<Password> token, Optional<SSLContext> trust) {
        this.token = token;
        this.scheme = trust.isPresent() ? "https" : "http";
        this.trust = trust;
    }

    /** Made when another instance is asked first: it takes a while, and a job of one instance never does. */
    private synchronized HttpClient http() {
        HttpClient client = http;
        if (client == null) {
            HttpClient.Builder builder =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING);
            trust.ifPresent(builder::sslContext);
            client = builder.build();
            http = client;
        }
        return client;
    }

    /**
     * Asks one instance.
     *
     * @param address host:port
     * @param path with the query
     * @return what it answers; completes with an exception if it does not within seconds
     */
    CompletableFuture<InstanceAnswer> get(String address, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scheme + "://" + address + path))
                .timeout(ANSWERING)
                .header("Accept", "application/json");
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.value()));
        return http().sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(InstanceClient::answer)
                .orTimeout(ANSWERING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static InstanceAnswer answer(HttpResponse<byte[]> response) {
        try {
            return new InstanceAnswer(response.statusCode(), JsonTree.read(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON of " + response.uri().getAuthority(), e);
        }
    }
}
