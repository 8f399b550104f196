package io.portolan.app.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts off who takes too long to send a request. The idle time alone is not enough for that: a byte now and then is not
 * idle, and holds a connection for ever.
 */
final class HeaderDeadline extends AbstractLifeCycle implements Connection.Listener {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Server server;
    private final long patienceNanos;
    private final Map<Connection, Begun> connections = new ConcurrentHashMap<>();

    /**
     * Where a connection was when its next request was first waited for.
     *
     * @param requests that were complete
     * @param bytes that had come
     * @param at when the first byte after them was seen, nanoseconds; when the connection was made, before the first
     */
    private record Begun(long requests, long bytes, long at) {}

    /**
     * @param patience from the first byte of a request to its last, and from a new connection to its first request
     */
    HeaderDeadline(Server server, Duration patience) {
        this.server = server;
        this.patienceNanos = patience.toNanos();
    }

    @Override
    protected void doStart() {
        again();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            connections.put(connection, new Begun(0, -1, System.nanoTime()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    private void again() {
        Scheduler.Task unused = server.getScheduler().schedule(this::look, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        connections.forEach((connection, begun) -> {
            Begun next = next(connection, begun, now);
            if (now - next.at() > patienceNanos) {
                connection.getEndPoint().close();
            } else if (!next.equals(begun)) {
                connections.replace(connection, begun, next);
            }
        });
        if (isRunning()) {
            again();
        }
    }

    /** A connection that waits for its next request may wait for as long as it is not idle. */
    private static Begun next(Connection connection, Begun begun, long now) {
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        boolean waits = requests > begun.requests() || (requests > 0 && bytes == begun.bytes());
        return waits ? new Begun(requests, bytes, now) : begun;
    }
}
