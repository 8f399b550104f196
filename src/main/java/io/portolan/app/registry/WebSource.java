package io.portolan.app.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.InterruptException;

/** Downloads a registry, within bounds of time and size. */
final class WebSource {
    static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int REDIRECTS = 3;

    private final Duration patience;

    /**
     * @param patience longest wait for the answer, and again for all of its body
     */
    WebSource(Duration patience) {
        this.patience = patience;
    }

    /**
     * The content, unpacked. Redirects are followed, but for those from https to http.
     *
     * @throws IOException if there is no answer in time, another one than 200, too large a one, or one that is cut off; names
     *     the address and the cause, and leaves the way out to the caller
     */
    byte[] get(URI address) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                check(response);
                return SourceBytes.unpacked(inTime(body));
            }
        } catch (IOException e) {
            throw new IOException(address + " cannot be read: " + WebFaults.reason(address, e), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void check(HttpResponse<?> response) throws IOException {
        int status = response.statusCode();
        if (status != OK) {
            String target = response.headers().firstValue("Location").orElse("");
            boolean leads = status / 100 == REDIRECTS && !target.isEmpty();
            throw new IOException("the server answered " + status
                    + (leads ? " and leads to " + target + ", which is not followed" : ""));
        }
        SourceBytes.checkSize(
                response.headers().firstValueAsLong("Content-Length").orElse(0));
    }

    /** The request's timeout ends with the headers, and a body that stalls would hold the command for ever. */
    private byte[] inTime(InputStream body) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        Executor deadline = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> cut = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    close(body);
                },
                deadline);
        try {
            return SourceBytes.bounded(body);
        } catch (IOException e) {
            throw late.get() ? new IOException("it was not there within " + patience.toSeconds() + " s", e) : e;
        } finally {
            cut.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
