package io.portolan.documents;

import java.util.List;

/** What the dashboards of deploy/siem show. */
final class Panels {
    private static final String WATCHED = "NOT portolan.verdict:NONE";
    private static final String NOT_TWICE = "NOT portolan.duplicate:true";
    private static final String FORGOTTEN = "portolan.dst.documentation:BARE AND portolan.server:DESTINATION";

    /** Of the list of documents below the panels. */
    static final List<String> ALERT_COLUMNS =
            List.of("event.risk_score", "event.action", "message", "rule.name", "network.application");

    static final List<String> FLOW_COLUMNS = List.of(
            "portolan.verdict",
            "source.ip",
            "source.port",
            "destination.ip",
            "destination.port",
            "network.application");
    static final String FLOW_QUERY = WATCHED;

    private Panels() {}

    static List<Panel> ofAlerts() {
        return List.of(
                Panel.of("Stories", "metric", "event.action:\"story-opened\"", 12)
                        .count(),
                Panel.of("Servers on watched ports", "metric", "portolan.story:SERVER", 12)
                        .figure("cardinality", "server.ip"),
                Panel.of("Scanners", "metric", "portolan.story:SCAN", 12).figure("cardinality", "client.ip"),
                Panel.of("Highest score", "metric", "", 12).figure("max", "event.risk_score"),
                Panel.of("Alerts over time, by severity", "histogram", "", 32)
                        .count()
                        .overTime()
                        .by("group", "event.severity"),
                Panel.of("Alerts by verdict", "pie", "", 16).count().by("segment", "portolan.verdict"),
                Panel.of("Servers", "table", "portolan.story:SERVER", 24)
                        .figure("max", "event.risk_score")
                        .figure("max", "portolan.distinct_clients")
                        .by("bucket", "server.ip")
                        .by("bucket", "server.port"),
                Panel.of("Scanners and what they looked for", "table", "portolan.story:SCAN", 24)
                        .figure("max", "portolan.targets")
                        .by("bucket", "client.ip")
                        .by("bucket", "portolan.port"),
                Panel.of("Rules", "table", "", 24).count().by("bucket", "rule.name"),
                Panel.of("ATT&CK techniques", "table", "", 24).count().by("bucket", "threat.technique.id"));
    }

    static List<Panel> ofFlows() {
        return List.of(
                Panel.of("Flows", "metric", "", 12).count(),
                Panel.of("Flows on watched ports", "metric", WATCHED, 12).count(),
                Panel.of("Bytes", "metric", NOT_TWICE, 12).figure("sum", "network.bytes"),
                Panel.of("Addresses", "metric", "", 12).figure("cardinality", "related.ip"),
                Panel.of("Flows over time, by verdict", "histogram", "", 32)
                        .count()
                        .overTime()
                        .by("group", "portolan.verdict"),
                Panel.of("Who tells the server", "pie", "", 16).count().by("segment", "portolan.role.basis"),
                Panel.of("Registered services, by bytes", "table", NOT_TWICE, 24)
                        .figure("sum", "network.bytes")
                        .figure("cardinality", "server.ip")
                        .by("bucket", "network.application"),
                Panel.of("Servers on forgotten ports", "table", FORGOTTEN, 24)
                        .count()
                        .figure("cardinality", "client.ip")
                        .by("bucket", "server.ip")
                        .by("bucket", "server.port"),
                Panel.of("Clients on watched ports", "table", WATCHED, 24)
                        .count()
                        .by("bucket", "client.ip")
                        .by("bucket", "portolan.verdict"),
                Panel.of("Transport and status of the port", "table", "", 24)
                        .count()
                        .by("bucket", "network.transport")
                        .by("bucket", "portolan.dst.status"),
                Panel.of("Formats", "pie", "", 24).count().by("segment", "portolan.source_format"),
                Panel.of("Sensors", "table", "", 24).count().by("bucket", "observer.name"));
    }
}
