package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.json.JsonTree;
import io.portolan.app.query.Gathered;
import io.portolan.app.query.TrafficDimension;
import io.portolan.app.query.TrafficQuery;
import io.portolan.app.query.TrafficSums;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;

/** {@code /api/traffic}: flows, bytes and packets, summed over what is not asked for. */
final class Traffic {
    static final String PATH = "/api/traffic";
    static final Set<String> PARAMETERS = Set.of("from", "to", "by");

    private final JobHolder holder;

    Traffic(JobHolder holder) {
        this.holder = holder;
    }

    Reply sums(Call call) {
        Parameters given = call.parameters();
        Set<TrafficDimension> by = given.symbols("by", TrafficDimension.class);
        TrafficQuery query = new TrafficQuery(
                given.time("from"), given.time("to"), by.isEmpty() ? EnumSet.allOf(TrafficDimension.class) : by);
        if (query.from().isPresent()
                && query.to().isPresent()
                && !query.from().get().isBefore(query.to().get())) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST_400,
                    "parameter from is not before parameter to; it is the first minute, and to the end",
                    JsonTree.object().put("parameter", "from"));
        }
        return Reply.json(sums(query, Scope.of(call)));
    }

    ObjectNode sums(TrafficQuery query, Scope scope) {
        Served served = holder.get();
        if (scope == Scope.INSTANCE) {
            return served.cluster().here(() -> TrafficSums.here(served.state(), query));
        }
        Gathered parts = ask(served, query);
        TrafficQuery meant = TrafficSums.newest(parts, query);
        return TrafficSums.of(TrafficSums.agree(parts, meant) ? parts : ask(served, meant), meant);
    }

    private static Gathered ask(Served served, TrafficQuery query) {
        Map<String, Optional<?>> parameters = Map.of(
                "from",
                query.from().map(Instant::toString),
                "to",
                query.to().map(Instant::toString),
                "by",
                Asked.list(query.by().stream().map(TrafficDimension::field).toList()));
        return served.cluster().ask(Asked.path(PATH, parameters), () -> TrafficSums.here(served.state(), query));
    }
}
