package io.portolan.alert.ecs;

import io.portolan.alert.document.AlertDetails;
import io.portolan.alert.document.AlertEvent;
import io.portolan.alert.document.AttackTags;
import io.portolan.alert.document.Conversation;
import io.portolan.alert.document.Json;
import io.portolan.alert.document.Outcome;
import io.portolan.alert.document.Severity;
import io.portolan.alert.document.Tactic;
import io.portolan.alert.document.Technique;
import io.portolan.schema.PortAlert;
import io.portolan.schema.RuleReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An alert as a document of the Elastic Common Schema: {@code event.kind: alert}. The client is the source, the server the
 * destination. All that ECS has no field for stands under {@code portolan}.
 */
public final class EcsAlert {
    private EcsAlert() {}

    /** The document, JSON in UTF-8. */
    public static byte[] document(PortAlert alert) {
        Conversation conversation = Conversation.of(alert);
        return Json.document(json -> {
            json.time("@timestamp", AlertEvent.of(alert).time());
            EcsNetwork.head(json);
            json.text("message", alert.getSummary());
            json.object("event", event -> event(event, alert));
            json.object("rule", rule -> rule(rule, alert.getRule()));
            json.object("threat", threat -> threat(threat, AttackTags.of(alert.getRule())));
            EcsNetwork.party(json, "source", conversation.source());
            EcsNetwork.party(json, "destination", conversation.destination());
            EcsNetwork.party(json, "client", conversation.source());
            EcsNetwork.party(json, "server", conversation.destination());
            EcsNetwork.network(json, conversation, service(alert).orElse(null));
            EcsNetwork.observer(json, alert.getObserver());
            json.object("related", related -> related.texts("ip", addresses(alert)));
            json.object("portolan", portolan -> AlertDetails.write(portolan, alert));
        });
    }

    private static void event(Json json, PortAlert alert) {
        json.text("kind", "alert");
        json.texts("category", List.of("intrusion_detection", "network"));
        json.texts("type", List.of("connection", "info"));
        json.text("action", "story-" + lower(alert.getPhase()));
        json.text("outcome", lower(Outcome.of(alert.getVerdict())));
        json.number("severity", Severity.of(alert.getSeverity()).id());
        json.number("risk_score", alert.getScore());
        json.text("id", AlertEvent.of(alert).id());
        json.number("sequence", alert.getUpdate());
        json.text("reason", alert.getChange());
        EcsNetwork.period(json, alert.getFirstSeen(), alert.getLastSeen());
        json.text("module", "portolan");
        json.text("dataset", "portolan.alerts");
    }

    private static void rule(Json json, RuleReference rule) {
        json.text("id", rule.getId());
        json.text("uuid", rule.getId());
        json.text("name", rule.getTitle());
        json.text("description", rule.getDescription());
        json.text("reference", rule.getReferences().stream().findFirst().orElse(null));
        json.text("ruleset", "portolan");
    }

    private static void threat(Json json, AttackTags tags) {
        if (tags.techniques().isEmpty() && tags.tactics().isEmpty()) {
            return;
        }
        List<Technique> techniques =
                tags.techniques().stream().map(Technique::parent).distinct().toList();
        List<Technique> subs =
                tags.techniques().stream().filter(Technique::isSub).toList();
        json.text("framework", "MITRE ATT&CK");
        json.object("tactic", tactic -> {
            tactic.texts("id", each(tags.tactics(), Tactic::id));
            tactic.texts("name", each(tags.tactics(), Tactic::title));
            tactic.texts("reference", each(tags.tactics(), Tactic::url));
        });
        json.object("technique", technique -> {
            techniques(technique, techniques);
            technique.object("subtechnique", sub -> techniques(sub, subs));
        });
    }

    private static void techniques(Json json, List<Technique> techniques) {
        json.texts("id", each(techniques, Technique::id));
        json.texts(
                "name",
                techniques.stream()
                        .map(Technique::name)
                        .flatMap(Optional::stream)
                        .toList());
        json.texts("reference", each(techniques, Technique::url));
    }

    private static Optional<String> service(PortAlert alert) {
        return Optional.ofNullable(alert.getAssignment())
                .flatMap(assignment -> assignment.getNames().stream().findFirst());
    }

    private static Set<String> addresses(PortAlert alert) {
        Set<String> addresses = new LinkedHashSet<>();
        addresses.add(alert.getClient().getAddress());
        addresses.add(alert.getServer().getAddress());
        addresses.addAll(alert.getClients());
        addresses.addAll(alert.getTargetAddresses());
        return addresses;
    }

    private static <T> List<String> each(List<T> items, Function<T, String> text) {
        return items.stream().map(text).toList();
    }

    private static String lower(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
