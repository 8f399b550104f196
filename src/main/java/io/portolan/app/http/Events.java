package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.json.JsonTree;
import io.portolan.app.query.AlertQuery;
import io.portolan.app.query.ServerQuery;
import io.portolan.app.query.TrafficDimension;
import io.portolan.app.query.TrafficQuery;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /api/events}: server-sent events with what the page shows, whenever it changes. */
final class Events extends Handler.Abstract {
    static final String PATH = "/api/events";
    static final String TYPE = "text/event-stream";
    private static final int MOST_LISTENERS = 200;
    private static final TrafficQuery TRAFFIC = new TrafficQuery(
            Optional.empty(),
            Optional.empty(),
            EnumSet.of(TrafficDimension.MINUTE, TrafficDimension.SERVICE, TrafficDimension.RANGE));

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "portolan-events");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Scope, EventLoop> loops = new EnumMap<>(Scope.class);

    Events(Traffic traffic, Alerts alerts, Servers servers, TopologyView topology) {
        for (Scope scope : Scope.values()) {
            Map<String, Function<Scope, ObjectNode>> kinds = Map.of(
                    "traffic", at -> traffic.sums(TRAFFIC, at),
                    "alerts", at -> alerts.list(AlertQuery.any(Limit.DEFAULT), at),
                    "servers", at -> servers.list(ServerQuery.any(Limit.DEFAULT), at),
                    "topology", topology::facts);
            loops.put(scope, new EventLoop(executor, at(scope, kinds)));
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (loops.values().stream().mapToInt(EventLoop::listeners).sum() >= MOST_LISTENERS) {
            Reply full = Problem.of(HttpStatus.SERVICE_UNAVAILABLE_503, "so many listen already as there may be")
                    .reply(PATH);
            Replies.write(full, response, callback);
            return true;
        }
        response.setStatus(HttpStatus.OK_200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
        // A proxy that gathers answers would hold the events back.
        response.getHeaders().put("X-Accel-Buffering", "no");
        if (HttpMethod.HEAD.is(request.getMethod())) {
            response.write(true, ByteBuffer.allocate(0), callback);
        } else {
            open(request, response, callback);
        }
        return true;
    }

    /** Ends all streams, and looks no more. */
    void close() {
        loops.values().forEach(EventLoop::close);
        executor.shutdownNow();
    }

    private void open(Request request, Response response, Callback callback) {
        EventLoop loop = loops.get(Scope.of(Answering.call(request)));
        // Silence of the client is no fault here: it listens.
        request.addIdleTimeoutListener(timeout -> false);
        EventStream stream = new EventStream(request, response, callback, loop::remove);
        request.addFailureListener(cause -> loop.remove(stream));
        loop.add(stream);
    }

    private static Map<String, Supplier<byte[]>> at(Scope scope, Map<String, Function<Scope, ObjectNode>> kinds) {
        Map<String, Supplier<byte[]>> sources = new TreeMap<>();
        kinds.forEach((kind, source) -> sources.put(kind, () -> JsonTree.bytes(source.apply(scope))));
        return sources;
    }
}
