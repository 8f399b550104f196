package io.portolan.app.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the job once for all who listen, and tells them what has changed; while nobody listens it does not look. */
final class EventLoop {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();

    private final ScheduledExecutorService executor;
    private final Map<String, Supplier<byte[]>> sources;
    private final Map<String, byte[]> last = new HashMap<>();
    private final Set<EventStream> listeners = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledFuture<?> looking;

    /**
     * @param executor one thread, in which it looks
     * @param sources JSON of each kind of event; a runtime exception where there is none now
     */
    EventLoop(ScheduledExecutorService executor, Map<String, Supplier<byte[]>> sources) {
        this.executor = executor;
        this.sources = Map.copyOf(sources);
    }

    int listeners() {
        return listeners.size();
    }

    /** Sends to this one too: all there is at once, and then what changes. */
    synchronized void add(EventStream stream) {
        listeners.add(stream);
        if (looking == null) {
            last.clear();
            looking = executor.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            last.forEach((kind, json) -> stream.send(kind, frame(kind, json)));
        }
    }

    /** Sends nothing more to this one. */
    synchronized void remove(EventStream stream) {
        listeners.remove(stream);
        if (listeners.isEmpty() && looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    /** Ends all streams. */
    void close() {
        listeners.forEach(EventStream::close);
    }

    /** An exception would end the looking without a word, so none leaves this. */
    private void look() {
        sources.forEach((kind, source) -> {
            try {
                tell(kind, source.get());
            } catch (RuntimeException e) {
                LOG.debug("No event {} now", kind, e);
            }
        });
        listeners.forEach(stream -> stream.keep(HEARTBEAT_NANOS));
    }

    private synchronized void tell(String kind, byte[] json) {
        if (!Arrays.equals(json, last.put(kind, json))) {
            byte[] frame = frame(kind, json);
            listeners.forEach(stream -> stream.send(kind, frame));
        }
    }

    private static byte[] frame(String kind, byte[] json) {
        return ("event: " + kind + "\ndata: " + new String(json, StandardCharsets.US_ASCII) + "\n\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
