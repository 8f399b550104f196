package io.portolan.app.http;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One connection that server-sent events go to. Of each kind only the newest waits to be sent, so that what waits is
 * bounded; whoever takes nothing for too long is cut off.
 */
final class EventStream {
    private static final byte[] HEARTBEAT = {':', ' ', '\n', '\n'};

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Consumer<EventStream> ended;
    private final Map<String, byte[]> waiting = new LinkedHashMap<>();
    private boolean writing;
    private boolean closed;
    private long wroteAt = System.nanoTime();

    /**
     * @param ended told once when nothing more can be sent
     */
    EventStream(Request request, Response response, Callback callback, Consumer<EventStream> ended) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.ended = ended;
    }

    /** Sends an event, in the place of one of the same kind that still waits. */
    void send(String kind, byte[] frame) {
        synchronized (this) {
            waiting.put(kind, frame);
        }
        write();
    }

    /** Sends a comment if nothing was sent for so long, and cuts off whoever has not taken what was sent since then. */
    void keep(long quietNanos) {
        boolean stuck;
        synchronized (this) {
            if (System.nanoTime() - wroteAt < quietNanos) {
                return;
            }
            stuck = writing;
        }
        if (stuck) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
        } else {
            send("", HEARTBEAT);
        }
    }

    /** Ends the stream in order. */
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (writing) {
                return;
            }
        }
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    private void write() {
        ByteBuffer frames;
        synchronized (this) {
            if (writing || closed || waiting.isEmpty()) {
                return;
            }
            writing = true;
            wroteAt = System.nanoTime();
            frames = ByteBuffer.allocate(
                    waiting.values().stream().mapToInt(frame -> frame.length).sum());
            waiting.values().forEach(frames::put);
            waiting.clear();
        }
        response.write(false, frames.flip(), Callback.from(this::written, this::failed));
    }

    private void written() {
        boolean last;
        synchronized (this) {
            writing = false;
            last = closed;
        }
        if (last) {
            response.write(true, ByteBuffer.allocate(0), callback);
        } else {
            write();
        }
    }

    private void failed(Throwable cause) {
        synchronized (this) {
            closed = true;
        }
        ended.accept(this);
        callback.failed(cause);
    }
}
