package io.portolan.app.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A way to a server on this machine that can be shut: whoever calls once {@link #shut} has returned is refused, and calls
 * that are on are cut. The port stays this gate's while it is shut.
 */
public final class Gate implements AutoCloseable {
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> calls = ConcurrentHashMap.newKeySet();
    /** Bound and not listening, so that nobody else is given the port. */
    private final Socket port = new Socket();

    private ServerSocket door;
    private CompletableFuture<Void> guard;

    public Gate(int target) throws IOException {
        this.target = target;
        port.setReuseAddress(true);
        port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        open();
    }

    public int port() {
        return port.getLocalPort();
    }

    /** Waits for the guard, because a door that is closed lets one more call in while its thread has not seen it. */
    public void shut() throws IOException {
        door.close();
        guard.join();
        for (Socket call : calls) {
            call.close();
        }
        calls.clear();
    }

    public void open() throws IOException {
        door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        ServerSocket opened = door;
        guard = CompletableFuture.runAsync(() -> accept(opened), threads);
    }

    @Override
    public void close() throws IOException {
        shut();
        port.close();
        threads.shutdownNow();
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket caller = from.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                calls.add(caller);
                calls.add(server);
                threads.execute(() -> copy(caller, server));
                threads.execute(() -> copy(server, caller));
            }
        } catch (IOException e) {
            // The door was shut.
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has ended the call.
        }
    }
}
