package io.portolan.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.portolan.app.broker.FreePorts;
import io.portolan.app.job.Behind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Stands before a schema registry and answers in its place as the fault of the moment says. */
final class FaultyRegistry implements AutoCloseable {
    /** How long a slow one takes: longer than the client waits. */
    static final Duration SLOWNESS = Duration.ofSeconds(4);

    /** What is wrong with it. */
    enum Fault {
        /** Answers an error of the server. */
        ERROR,
        /** Answers a page of a proxy, as if all were well. */
        PAGE,
        /** Answers an object that has no field of a registry. */
        OTHER_JSON,
        /** Answers fields that are not what their names say. */
        WRONG_TYPES,
        /** Answers late. */
        SLOW,
        /** Accepts nobody. */
        AWAY,
        /** Knows all schemas, and refuses each that somebody registers, as one that breaks readers of those before it. */
        INCOMPATIBLE
    }

    private final Behind behind;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile @Nullable Fault fault;
    private @Nullable HttpServer front;

    FaultyRegistry(String behind) throws IOException {
        this.behind = new Behind(behind);
        this.port = FreePorts.one();
        listen();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** From now on it has this fault. */
    synchronized void breakDown(Fault with) {
        refused.set(0);
        fault = with;
        if (with == Fault.AWAY) {
            close(front);
        }
    }

    /** From now on all is well. */
    synchronized void mend() throws IOException {
        if (fault == Fault.AWAY) {
            listen();
        }
        fault = null;
    }

    /** Requests that met the fault since it began; one that is away counts none. */
    int refused() {
        return refused.get();
    }

    private void listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        front = server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Fault now = fault;
        if (now == null || (now == Fault.INCOMPATIBLE && !isRegistration(exchange))) {
            behind.pass(exchange, body);
            return;
        }
        refused.incrementAndGet();
        switch (now) {
            case ERROR -> Behind.send(exchange, 500, "{\"error_code\":50001,\"message\":\"Error in the backend\"}");
            case PAGE -> Behind.send(exchange, 200, "<html><body>Down for maintenance</body></html>");
            case OTHER_JSON -> Behind.send(exchange, 200, "{\"status\":\"up\"}");
            case WRONG_TYPES ->
                Behind.send(exchange, 200, "{\"id\":\"none\",\"schema\":17,\"version\":null,\"subject\":[]}");
            case SLOW -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SLOWNESS.toMillis()));
                behind.pass(exchange, body);
            }
            case AWAY -> exchange.close();
            case INCOMPATIBLE ->
                Behind.send(
                        exchange,
                        409,
                        "{\"error_code\":409,\"message\":\"Schema being registered is incompatible with an earlier schema\"}");
        }
    }

    private static boolean isRegistration(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().endsWith("/versions");
    }

    private static void close(@Nullable HttpServer server) {
        if (server != null) {
            server.stop(0);
        }
    }

    @Override
    public synchronized void close() {
        close(front);
        threads.shutdownNow();
    }
}
