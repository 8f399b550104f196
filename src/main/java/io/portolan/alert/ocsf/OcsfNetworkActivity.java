package io.portolan.alert.ocsf;

import io.portolan.alert.document.Conversation;
import io.portolan.alert.document.FlowDetails;
import io.portolan.alert.document.Json;
import io.portolan.alert.document.Outcome;
import io.portolan.alert.document.Party;
import io.portolan.alert.document.Severity;
import io.portolan.alert.ocsf.OcsfClass.Choice;
import io.portolan.alert.ocsf.OcsfNetwork.Observable;
import io.portolan.judge.Role;
import io.portolan.schema.Action;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortLabel;
import io.portolan.schema.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * An enriched flow as an event of OCSF's class Network Activity (4001). OCSF calls the initiator the source, so that is the
 * client if roles are told, and the source of the record if not; {@code initiator_id} says which. The labels of both ports
 * are {@code enrichments}.
 */
public final class OcsfNetworkActivity {
    private static final String SRC = "src_endpoint";
    private static final String DST = "dst_endpoint";

    private OcsfNetworkActivity() {}

    /** The event, JSON in UTF-8. */
    public static byte[] document(EnrichedFlow flow) {
        boolean turned = flow.getServer() == Side.SOURCE;
        Conversation reported = Conversation.of(flow);
        Conversation conversation = turned ? reported.reversed() : reported;
        return Json.document(json -> {
            OcsfClass.NETWORK_ACTIVITY.classify(json, activity(flow), Severity.INFORMATIONAL);
            json.number("time", flow.getEndTime().toEpochMilli());
            json.number("start_time", flow.getStartTime().toEpochMilli());
            json.number("end_time", flow.getEndTime().toEpochMilli());
            status(flow).write(json, "status");
            action(json, flow);
            OcsfClass.metadata(json, profiles(flow), null, flow.getSourceFormat(), flow.getObserver());
            OcsfNetwork.endpoint(json, SRC, conversation.source());
            OcsfNetwork.endpoint(json, DST, conversation.destination());
            initiator(flow).write(json, "initiator");
            OcsfNetwork.connection(json, conversation, turned ? null : flow.getTcpFlags());
            json.object("traffic", traffic -> {
                OcsfNetwork.counters(traffic, conversation);
                traffic.number("start_time", flow.getStartTime().toEpochMilli());
                traffic.number("end_time", flow.getEndTime().toEpochMilli());
            });
            List<Label> labels = labels(flow, conversation, turned);
            json.objects("enrichments", labels, (item, label) -> label.write(item));
            OcsfNetwork.observables(json, observables(conversation));
            json.object(
                    "unmapped", unmapped -> unmapped.object("portolan", portolan -> FlowDetails.write(portolan, flow)));
        });
    }

    private static Choice activity(EnrichedFlow flow) {
        return switch (flow.getState()) {
            case ATTEMPT -> new Choice(4, "Fail");
            case REJECTED -> new Choice(5, "Refuse");
            case RESET -> new Choice(3, "Reset");
            case CLOSED -> new Choice(2, "Close");
            case UNKNOWN, ESTABLISHED, PARTIAL -> new Choice(6, "Traffic");
        };
    }

    private static Choice status(EnrichedFlow flow) {
        return switch (Outcome.of(flow)) {
            case SUCCESS -> new Choice(1, "Success");
            case FAILURE -> new Choice(2, "Failure");
            case UNKNOWN -> new Choice(0, "Unknown");
        };
    }

    private static void action(Json json, EnrichedFlow flow) {
        switch (flow.getAction()) {
            case ACCEPT -> {
                new Choice(1, "Allowed").write(json, "action");
                new Choice(1, "Allowed").write(json, "disposition");
            }
            case REJECT -> {
                new Choice(2, "Denied").write(json, "action");
                new Choice(2, "Blocked").write(json, "disposition");
            }
            case UNKNOWN -> {
                // Without a filter's word the event has no action, nor the profile that it belongs to.
            }
        }
    }

    private static List<String> profiles(EnrichedFlow flow) {
        return flow.getAction() == Action.UNKNOWN ? List.of() : List.of(OcsfClass.SECURITY_CONTROL);
    }

    /** To name an initiator on evidence that does not tell would be to state a guess. */
    private static Choice initiator(EnrichedFlow flow) {
        return flow.getServer() != Side.UNKNOWN && flow.getRoleConfidence() >= Role.TELLING
                ? new Choice(1, "Source Endpoint")
                : new Choice(0, "Unknown");
    }

    private static List<Label> labels(EnrichedFlow flow, Conversation conversation, boolean turned) {
        Integer src = conversation.source().port();
        Integer dst = conversation.destination().port();
        return src == null || dst == null
                ? List.of()
                : List.of(
                        new Label(SRC, src, turned ? flow.getDst() : flow.getSrc()),
                        new Label(DST, dst, turned ? flow.getSrc() : flow.getDst()));
    }

    private static List<Observable> observables(Conversation conversation) {
        List<Observable> observables = new ArrayList<>();
        observe(observables, SRC, conversation.source());
        observe(observables, DST, conversation.destination());
        return observables;
    }

    private static void observe(List<Observable> observables, String name, Party party) {
        observables.add(Observable.address(name + ".ip", party.address()));
        if (party.port() != null) {
            observables.add(Observable.port(name + ".port", party.port()));
        }
    }

    /** The label of an endpoint's port, as an enrichment. */
    private record Label(String endpoint, int port, PortLabel says) {
        void write(Json json) {
            json.text("name", endpoint + ".port");
            json.text("value", port);
            json.text("type", "port registry");
            json.object("data", data -> FlowDetails.label(data, says));
        }
    }
}
