package io.portolan.wire.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The paths of the API, and what answers at each. */
final class Routes {
    private final List<Route> routes;

    private Routes(List<Route> routes) {
        this.routes = routes;
    }

    static Routes of(SchemaStore store) {
        return new Routes(Stream.of(
                        List.of(new Route("GET", "/", call -> JsonNodeFactory.instance.objectNode())),
                        new SubjectEndpoints(store).routes(),
                        new SchemaEndpoints(store).routes(),
                        new CompatibilityEndpoints(store).routes(),
                        new ConfigEndpoints(store).routes())
                .flatMap(List::stream)
                .toList());
    }

    /**
     * One path and method.
     *
     * @param method HTTP method
     * @param template path; {@code *} stands for any one segment
     * @param endpoint what answers
     */
    record Route(String method, String template, Function<Call, JsonNode> endpoint) {
        /** What stands in the places of the template; empty if the path is another one. */
        Optional<List<String>> arguments(List<String> path) {
            List<String> places = segments(template);
            if (places.size() != path.size()) {
                return Optional.empty();
            }
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < path.size(); i++) {
                if (places.get(i).equals("*")) {
                    arguments.add(URLDecoder.decode(path.get(i).replace("+", "%2B"), StandardCharsets.UTF_8));
                } else if (!places.get(i).equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(arguments);
        }
    }

    JsonNode call(String method, URI uri, byte[] body) {
        List<String> path = segments(uri.getRawPath());
        boolean pathKnown = false;
        for (Route route : routes) {
            Optional<List<String>> arguments = route.arguments(path);
            if (arguments.isPresent() && route.method().equals(method)) {
                return route.endpoint().apply(new Call(arguments.get(), Call.query(uri), body));
            }
            pathKnown |= arguments.isPresent();
        }
        throw pathKnown ? ApiError.methodNotAllowed() : ApiError.notFound();
    }

    private static List<String> segments(String path) {
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }
}
