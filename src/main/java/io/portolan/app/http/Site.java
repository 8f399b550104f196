package io.portolan.app.http;

import io.portolan.app.http.Route.Access;
import io.portolan.app.metrics.Exposition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;

/** All paths, and what answers there. */
final class Site implements AutoCloseable {
    private static final String PAGE = "/web/";

    private final Events events;
    private final Routes routes;

    Site(JobHolder holder, String applicationId) {
        Health health = new Health(holder);
        Ports ports = new Ports(holder);
        Alerts alerts = new Alerts(holder);
        Servers servers = new Servers(holder);
        Traffic traffic = new Traffic(holder);
        TopologyView topology = new TopologyView(holder, applicationId);
        StaticFiles page = new StaticFiles(PAGE);
        this.events = new Events(traffic, alerts, servers, topology);
        this.routes = new Routes(List.of(
                open("/health/live", call -> health.live()),
                open("/health/ready", call -> health.ready()),
                protect("/metrics", Set.of(), call -> metrics(holder, call)),
                protect("/api/ports/{port}", Set.of(), ports::card),
                protect(Alerts.PATH, Alerts.PARAMETERS, alerts::list),
                protect(Alerts.PATH + "/{dedup_key}", Set.of(), alerts::one),
                protect(Traffic.PATH, Traffic.PARAMETERS, traffic::sums),
                protect(Servers.PATH, Servers.PARAMETERS, servers::list),
                protect(Servers.PATH + "/{key}", Set.of(), servers::one),
                protect(TopologyView.PATH, Set.of(), topology::whole),
                protect(Events.PATH, Set.of(), call -> Reply.json(topology.facts(Scope.of(call)))),
                protect(OpenApi.PATH, Set.of(), call -> OpenApi.reply()),
                open("/", page::index),
                open("/ports/{port}", page::index),
                open("/assets/{path}", page::asset)));
    }

    Routes routes() {
        return routes;
    }

    Events events() {
        return events;
    }

    @Override
    public void close() {
        events.close();
    }

    /** In the form that the client prefers; there are none before there is a job. */
    private static Reply metrics(JobHolder holder, Call call) {
        Exposition form = Exposition.accepted(call.accept().orElse(null));
        String text = holder.get().job().metrics().scrape(form);
        return new Reply(HttpStatus.OK_200, form.contentType(), text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static Route open(String template, Endpoint endpoint) {
        return new Route(template, Set.of(), Access.OPEN, endpoint);
    }

    private static Route protect(String template, Set<String> parameters, Endpoint endpoint) {
        return new Route(template, parameters, Access.TOKEN, endpoint);
    }
}
