package io.portolan.app.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a server on this machine that can be shut: whoever calls is refused then, and calls that are on are cut. */
public final class Gate implements AutoCloseable {
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> calls = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    public Gate(int target) throws IOException {
        this.target = target;
        this.door = door(0);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void shut() throws IOException {
        door.close();
        for (Socket call : calls) {
            call.close();
        }
        calls.clear();
    }

    public void open() throws IOException {
        door = door(door.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        shut();
        threads.shutdownNow();
    }

    private ServerSocket door(int port) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        threads.execute(() -> accept(opened));
        return opened;
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
