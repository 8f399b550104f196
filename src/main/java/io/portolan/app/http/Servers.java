package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.query.Listed;
import io.portolan.app.query.ServerQuery;
import io.portolan.schema.PortStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /api/servers}: the inventory of hosts that answer on forgotten ports. */
final class Servers {
    static final String PATH = "/api/servers";
    static final Set<String> PARAMETERS = Set.of("address", "port", "status", Limit.PARAMETER);

    private final JobHolder holder;

    Servers(JobHolder holder) {
        this.holder = holder;
    }

    Reply list(Call call) {
        Parameters given = call.parameters();
        ServerQuery query = new ServerQuery(
                given.text("address"), given.port("port"), given.symbols("status", PortStatus.class), Limit.of(call));
        return Reply.json(list(query, Scope.of(call)));
    }

    ObjectNode list(ServerQuery query, Scope scope) {
        Served served = holder.get();
        if (scope == Scope.INSTANCE) {
            return served.cluster().here(() -> Listed.servers(served.state(), query));
        }
        return Listed.servers(served.cluster().ask(there(query), () -> Listed.servers(served.state(), query)), query);
    }

    Reply one(Call call) {
        return OneOf.reply(
                holder.get(),
                call,
                PATH,
                "server on a forgotten port",
                state -> Listed.server(state, call.segment("key")));
    }

    private static String there(ServerQuery query) {
        Map<String, Optional<?>> parameters = Map.of(
                "address",
                query.address(),
                "port",
                query.port().isPresent() ? Optional.of(query.port().getAsInt()) : Optional.empty(),
                "status",
                Asked.list(query.statuses()),
                Limit.PARAMETER,
                Optional.of(query.limit()));
        return Asked.path(PATH, parameters);
    }
}
