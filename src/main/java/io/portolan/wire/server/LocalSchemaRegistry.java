package io.portolan.wire.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A schema registry inside the process, reachable from this machine only unless told otherwise. */
public final class LocalSchemaRegistry implements AutoCloseable {
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;

    private LocalSchemaRegistry(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts an empty registry on the loopback address.
     *
     * @param port port to listen on, 0-65535; 0 for any free one
     * @throws IOException if the port cannot be had
     */
    public static LocalSchemaRegistry start(int port) throws IOException {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Starts an empty registry on an address of the caller's choice. There is no authentication: whoever reaches the
     * address can change the schemas.
     *
     * @throws IOException if the address cannot be had
     */
    public static LocalSchemaRegistry start(InetSocketAddress address) throws IOException {
        return start(address, new SchemaStore());
    }

    static LocalSchemaRegistry start(InetSocketAddress address, SchemaStore store) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "schema-registry");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new RegistryHandler(Routes.of(store)));
        server.start();
        return new LocalSchemaRegistry(server, threads);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The base address for {@code schema.registry.url}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /** Stops at once; requests under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
