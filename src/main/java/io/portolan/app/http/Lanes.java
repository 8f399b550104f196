package io.portolan.app.http;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.QoSHandler;

/**
 * Questions wait on lanes, without a thread, so that there are always threads for health. Questions that instances ask
 * each other have a lane of their own: waiting behind those that wait for them, two instances would hold each other up.
 */
final class Lanes {
    private static final int AT_ONCE = 8;
    private static final int WAITING = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Handler direct = new Answering();
    private final Handler instance = lane();
    private final Handler cluster = lane();
    private final Handler events;

    /**
     * @param events answers {@code /api/events}
     */
    Lanes(Handler events) {
        this.events = events;
    }

    List<Handler> all() {
        return List.of(direct, instance, cluster, events);
    }

    /** The lane of a request. */
    Handler of(Route route, Call call) {
        if (route.template().equals(Events.PATH)) {
            return events;
        }
        if (!route.template().startsWith("/api/") || route.template().equals(OpenApi.PATH)) {
            return direct;
        }
        return Scope.of(call) == Scope.INSTANCE ? instance : cluster;
    }

    private static Handler lane() {
        QoSHandler lane = new QoSHandler(new Answering());
        lane.setMaxRequestCount(AT_ONCE);
        lane.setMaxSuspendedRequestCount(WAITING);
        lane.setMaxSuspend(PATIENCE);
        return lane;
    }
}
