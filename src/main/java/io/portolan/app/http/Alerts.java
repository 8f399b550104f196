package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.query.AlertQuery;
import io.portolan.app.query.Listed;
import io.portolan.schema.Level;
import io.portolan.schema.StoryPhase;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /api/alerts}: the last alert of each story. */
final class Alerts {
    static final String PATH = "/api/alerts";
    static final Set<String> PARAMETERS = Set.of("address", "port", "severity", "phase", Limit.PARAMETER);

    private final JobHolder holder;

    Alerts(JobHolder holder) {
        this.holder = holder;
    }

    Reply list(Call call) {
        Parameters given = call.parameters();
        AlertQuery query = new AlertQuery(
                given.text("address"),
                given.port("port"),
                given.symbols("severity", Level.class),
                given.symbol("phase", StoryPhase.class),
                Limit.of(call));
        return Reply.json(list(query, Scope.of(call)));
    }

    ObjectNode list(AlertQuery query, Scope scope) {
        Served served = holder.get();
        if (scope == Scope.INSTANCE) {
            return served.cluster().here(() -> Listed.alerts(served.state(), query));
        }
        return Listed.alerts(served.cluster().ask(there(query), () -> Listed.alerts(served.state(), query)), query);
    }

    Reply one(Call call) {
        return OneOf.reply(
                holder.get(), call, PATH, "alert of a story", state -> Listed.alert(state, call.segment("dedup_key")));
    }

    private static String there(AlertQuery query) {
        Map<String, Optional<?>> parameters = Map.of(
                "address",
                query.address(),
                "port",
                query.port().isPresent() ? Optional.of(query.port().getAsInt()) : Optional.empty(),
                "severity",
                Asked.list(query.severities()),
                "phase",
                query.phase(),
                Limit.PARAMETER,
                Optional.of(query.limit()));
        return Asked.path(PATH, parameters);
    }
}
