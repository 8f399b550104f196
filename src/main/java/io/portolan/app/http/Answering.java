package io.portolan.app.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Asks the endpoint of a request, and sends what it answers. */
final class Answering extends Handler.Abstract {
    private static final String ROUTE = Answering.class.getName() + ".route";
    private static final String CALL = Answering.class.getName() + ".call";

    /** Puts beside a request what it was found to ask. */
    static void prepare(Request request, Route route, Call call) {
        request.setAttribute(ROUTE, route);
        request.setAttribute(CALL, call);
    }

    /** What a prepared request asks. */
    static Call call(Request request) {
        return (Call) request.getAttribute(CALL);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Route route = (Route) request.getAttribute(ROUTE);
        Call call = call(request);
        Replies.write(Replies.of(call.path(), () -> route.endpoint().answer(call)), response, callback);
        return true;
    }
}
