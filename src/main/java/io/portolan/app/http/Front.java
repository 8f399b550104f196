package io.portolan.app.http;

import io.portolan.app.http.Route.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Where every request comes in: who may ask, what is asked for, and on which lane it is answered. */
final class Front extends Handler.Sequence {
    private static final List<String> METHODS = List.of("GET", "HEAD");

    private final Routes routes;
    private final Tokens tokens;
    private final Hosts hosts;
    private final Lanes lanes;

    Front(Routes routes, Tokens tokens, Hosts hosts, Lanes lanes) {
        super(lanes.all());
        this.routes = routes;
        this.tokens = tokens;
        this.hosts = hosts;
        this.lanes = lanes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecurityHeaders.set(response.getHeaders());
        String path = request.getHttpURI().getPath();
        Optional<Routes.Found> found = routes.find(path);
        Optional<Reply> refusal = refusal(request, path, found);
        if (refusal.isPresent()) {
            Replies.write(refusal.get(), response, callback);
            return true;
        }
        return answer(found.orElseThrow(), request, response, callback);
    }

    private boolean answer(Routes.Found found, Request request, Response response, Callback callback) throws Exception {
        try {
            Call call = call(found, request);
            Answering.prepare(request, found.route(), call);
            Handler lane = lanes.of(found.route(), call);
            return lane.handle(request, response, callback);
        } catch (ProblemException e) {
            Replies.write(e.problem().reply(request.getHttpURI().getPath()), response, callback);
            return true;
        }
    }

    private Optional<Reply> refusal(Request request, String path, Optional<Routes.Found> found) {
        if (!hosts.accept(Request.getServerName(request))) {
            return refuse(
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "this server is not called so; ask it by its address, or set http.advertised.address or http.token",
                    path,
                    Map.of());
        }
        boolean open = found.map(there -> there.route().access() == Access.OPEN).orElse(false);
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (!open && !tokens.accept(authorization)) {
            String error = authorization == null ? "" : ", error=\"invalid_token\"";
            return refuse(
                    HttpStatus.UNAUTHORIZED_401,
                    "this needs the bearer token of the configuration: Authorization: Bearer ...",
                    path,
                    Map.of("WWW-Authenticate", "Bearer realm=\"portolan\"" + error));
        }
        if (found.isEmpty()) {
            return refuse(
                    HttpStatus.NOT_FOUND_404, "nothing is here; /api/openapi.json lists what there is", path, Map.of());
        }
        if (!METHODS.contains(request.getMethod())) {
            String allowed = String.join(", ", METHODS);
            return refuse(
                    HttpStatus.METHOD_NOT_ALLOWED_405,
                    "this can only be read: " + allowed,
                    path,
                    Map.of("Allow", allowed));
        }
        return Optional.empty();
    }

    private static Optional<Reply> refuse(int status, String detail, String path, Map<String, String> headers) {
        Reply reply = Problem.of(status, detail).reply(path);
        return Optional.of(new Reply(status, reply.type(), reply.body(), headers));
    }

    private static Call call(Routes.Found found, Request request) {
        return new Call(
                request.getHttpURI().getPath(),
                found.segments(),
                Parameters.of(query(request), found.route().allParameters()),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.IF_NONE_MATCH)),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT)));
    }

    private static Map<String, List<String>> query(Request request) {
        try {
            Map<String, List<String>> values = new HashMap<>();
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                values.put(field.getName(), field.getValues());
            }
            return values;
        } catch (RuntimeException e) {
            throw new ProblemException(HttpStatus.BAD_REQUEST_400, "the query is not percent-encoded UTF-8");
        }
    }
}
