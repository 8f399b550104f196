package io.portolan.app.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
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
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final Duration patience;

    /**
     * @param patience longest wait for the answer, and again for all of its body
     */
    WebSource(Duration patience) {
        this.patience = patience;
    }

    /** @throws IOException if there is no answer in time, another one than 200, or too large a one; names the address */
    byte[] get(URI address) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new IOException("the server answered " + response.statusCode());
                }
                return SourceBytes.unpacked(inTime(body));
            }
        } catch (HttpConnectTimeoutException e) {
            throw unreadable(address, "no connection within " + CONNECTING.toSeconds() + " s", e);
        } catch (IOException e) {
            throw unreadable(address, e.getMessage() == null ? "cannot connect" : e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
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

    private static IOException unreadable(URI address, String reason, IOException cause) {
        return new IOException(address + " cannot be read: " + reason + "; download it, and name the file", cause);
    }
}
