package io.portolan.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Server-sent events over a real socket: one look for all who listen, and nobody who holds the memory. */
class EventsTest {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<byte[]> json = new AtomicReference<>(bytes("{\"n\":1}"));
    private final EventLoop loop = new EventLoop(
            executor,
            Map.of(
                    "traffic",
                    () -> {
                        looks.incrementAndGet();
                        return json.get();
                    },
                    "alerts",
                    () -> {
                        throw new IllegalStateException("away");
                    }));
    private final Server server = new Server();
    private final List<RawHttp> open = new ArrayList<>();
    private URI address;

    @BeforeEach
    void start() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                loop.add(new EventStream(request, response, callback, loop::remove));
                return true;
            }
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @AfterEach
    void stop() throws Exception {
        for (RawHttp connection : open) {
            connection.close();
        }
        loop.close();
        executor.shutdownNow();
        server.stop();
    }

    @Test
    void allThereIsComesAtOnceAndThenOnlyWhatChanges() throws Exception {
        RawHttp listener = listen();
        await().until(() -> listener.soFar().contains("event: traffic\ndata: {\"n\":1}\n\n"));
        int then = looks.get();
        await().until(() -> looks.get() >= then + 2);
        assertThat(listener.soFar()).containsOnlyOnce("event: traffic").doesNotContain("alerts");

        json.set(bytes("{\"n\":2}"));

        await().until(() -> listener.soFar().contains("event: traffic\ndata: {\"n\":2}\n\n"));
    }

    @Test
    void aSecondListenerIsToldAtOnceWithoutAnotherLook() throws Exception {
        RawHttp first = listen();
        await().until(() -> first.soFar().contains("{\"n\":1}"));
        int then = looks.get();

        RawHttp second = listen();

        await().until(() -> second.soFar().contains("{\"n\":1}"));
        assertThat(looks.get()).isLessThanOrEqualTo(then + 1);
        assertThat(loop.listeners()).isEqualTo(2);
    }

    @Test
    void whoTakesNothingIsCutOffAndTheOthersAreNotHeldUp() throws Exception {
        RawHttp slow = RawHttp.connect(address);
        open.add(slow);
        slow.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        RawHttp quick = listen();
        await().until(() -> loop.listeners() == 2);
        AtomicInteger round = new AtomicInteger();

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            // More than the buffers of a connection hold, and another text each time.
            json.set(bytes("\"" + round.incrementAndGet() + "x".repeat(8_000_000) + "\""));
            quick.soFar();
            return loop.listeners() == 1;
        });

        json.set(bytes("\"last\""));
        await().atMost(Duration.ofSeconds(30)).until(() -> quick.soFar().contains("data: \"last\""));
    }

    @Test
    void whenNobodyListensNobodyLooks() throws Exception {
        RawHttp listener = listen();
        await().until(() -> listener.soFar().contains("{\"n\":1}"));

        listener.close();

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            json.set(bytes("{\"n\":" + System.nanoTime() + "}"));
            return loop.listeners() == 0;
        });
        int then = looks.get();
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> looks.get() <= then + 1);
    }

    private RawHttp listen() throws Exception {
        RawHttp connection = RawHttp.connect(address);
        open.add(connection);
        connection.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return connection;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
