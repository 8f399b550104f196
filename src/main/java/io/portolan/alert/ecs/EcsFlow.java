package io.portolan.alert.ecs;

import io.portolan.alert.document.Conversation;
import io.portolan.alert.document.FlowDetails;
import io.portolan.alert.document.Json;
import io.portolan.alert.document.Outcome;
import io.portolan.schema.EnrichedFlow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An enriched flow as a document of the Elastic Common Schema. Source and destination are those of the record as it was
 * reported; client and server are there if the roles are told. The labels of both ports stand under {@code portolan}.
 */
public final class EcsFlow {
    private EcsFlow() {}

    /** The document, JSON in UTF-8. */
    public static byte[] document(EnrichedFlow flow) {
        Conversation conversation = Conversation.of(flow);
        return Json.document(json -> {
            json.time("@timestamp", flow.getEndTime());
            EcsNetwork.head(json);
            json.object("event", event -> event(event, flow));
            EcsNetwork.party(json, "source", conversation.source());
            EcsNetwork.party(json, "destination", conversation.destination());
            roles(json, flow, conversation);
            EcsNetwork.network(json, conversation, flow.getService());
            EcsNetwork.observer(json, flow.getObserver());
            json.object("related", related -> related.texts("ip", addresses(flow)));
            json.object("portolan", portolan -> FlowDetails.write(portolan, flow));
        });
    }

    private static void event(Json json, EnrichedFlow flow) {
        json.text("kind", "event");
        json.texts("category", List.of("network"));
        json.texts("type", types(flow));
        json.text("action", "network_flow");
        json.text("outcome", Outcome.of(flow).name().toLowerCase(Locale.ROOT));
        EcsNetwork.period(json, flow.getStartTime(), flow.getEndTime());
        json.text("module", "portolan");
        json.text("dataset", "portolan.flows");
    }

    private static List<String> types(EnrichedFlow flow) {
        List<String> types = new ArrayList<>(List.of("connection"));
        switch (flow.getAction()) {
            case ACCEPT -> types.add("allowed");
            case REJECT -> types.add("denied");
            case UNKNOWN -> types.add("info");
        }
        return types;
    }

    private static void roles(Json json, EnrichedFlow flow, Conversation reported) {
        switch (flow.getServer()) {
            case SOURCE -> {
                EcsNetwork.party(json, "client", reported.destination());
                EcsNetwork.party(json, "server", reported.source());
            }
            case DESTINATION -> {
                EcsNetwork.party(json, "client", reported.source());
                EcsNetwork.party(json, "server", reported.destination());
            }
            case UNKNOWN -> {
                // A guess would look like a fact here.
            }
        }
    }

    private static Set<String> addresses(EnrichedFlow flow) {
        Set<String> addresses = new LinkedHashSet<>();
        addresses.add(flow.getSrcAddress());
        addresses.add(flow.getDstAddress());
        return addresses;
    }
}
