package io.portolan.alert.ocsf;

import io.portolan.alert.document.AlertDetails;
import io.portolan.alert.document.AlertEvent;
import io.portolan.alert.document.Conversation;
import io.portolan.alert.document.Json;
import io.portolan.alert.document.Severity;
import io.portolan.alert.ocsf.OcsfClass.Choice;
import io.portolan.alert.ocsf.OcsfNetwork.Observable;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.StoryPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An alert as an event of OCSF's class Detection Finding (2004). All alerts of a story are one finding, which is created,
 * updated and closed. The client is the source, the server the destination.
 */
public final class OcsfFinding {
    private static final Choice OBSERVED = new Choice(3, "Observed");
    private static final Choice DETECTED = new Choice(15, "Detected");

    private OcsfFinding() {}

    /** The event, JSON in UTF-8. */
    public static byte[] document(PortAlert alert) {
        AlertEvent event = AlertEvent.of(alert);
        List<Evidence> evidences = Evidence.of(alert);
        return Json.document(json -> {
            OcsfClass.DETECTION_FINDING.classify(json, activity(alert), Severity.of(alert.getSeverity()));
            json.number("time", event.time().toEpochMilli());
            json.number("start_time", alert.getFirstSeen().toEpochMilli());
            json.number("end_time", alert.getLastSeen().toEpochMilli());
            json.number("count", count(alert));
            json.text("message", alert.getSummary());
            status(alert).write(json, "status");
            json.text("status_detail", alert.getChange());
            json.flag("is_alert", alert.getPhase() != StoryPhase.CLOSED);
            OBSERVED.write(json, "action");
            DETECTED.write(json, "disposition");
            json.number("risk_score", alert.getScore());
            json.text("risk_details", riskDetails(alert));
            OcsfClass.metadata(json, List.of(OcsfClass.SECURITY_CONTROL), event.id(), null, alert.getObserver());
            FindingInfo.write(json, alert, event.time());
            OcsfAttack.write(json, alert.getRule());
            json.objects("evidences", evidences, (item, evidence) -> evidence.write(item));
            OcsfNetwork.observables(json, observables(alert, evidences));
            json.object("remediation", remediation -> remediation(remediation, alert));
            enrichments(json, alert);
            json.object(
                    "unmapped",
                    unmapped -> unmapped.object("portolan", portolan -> AlertDetails.write(portolan, alert)));
        });
    }

    private static Choice activity(PortAlert alert) {
        return switch (alert.getPhase()) {
            case OPENED -> new Choice(1, "Create");
            case UPDATED -> new Choice(2, "Update");
            case CLOSED -> new Choice(3, "Close");
        };
    }

    /** A story that has gone quiet is over, but nobody has resolved anything. */
    private static Choice status(PortAlert alert) {
        return alert.getPhase() == StoryPhase.CLOSED ? new Choice(99, "Quiet") : new Choice(1, "New");
    }

    private static int count(PortAlert alert) {
        return (int) Math.min(Integer.MAX_VALUE, alert.getFlows());
    }

    private static String riskDetails(PortAlert alert) {
        return alert.getFactors().stream()
                .map(factor -> "%s (%+d)".formatted(factor.getReason(), factor.getPoints()))
                .collect(Collectors.joining("; "));
    }

    private static List<Observable> observables(PortAlert alert, List<Evidence> evidences) {
        List<Observable> observables = new ArrayList<>();
        for (int i = 0; i < evidences.size(); i++) {
            String path = "evidences[" + i + "].";
            Conversation conversation = evidences.get(i).conversation();
            observables.add(Observable.address(
                    path + "src_endpoint.ip", conversation.source().address()));
            observables.add(Observable.address(
                    path + "dst_endpoint.ip", conversation.destination().address()));
        }
        observables.add(Observable.port("evidences[0].dst_endpoint.port", alert.getPort()));
        return observables;
    }

    private static void remediation(Json json, PortAlert alert) {
        json.text(
                "desc",
                alert.getTriage().stream()
                        .map(command -> command.getPlatform() + ": " + command.getCommand())
                        .collect(Collectors.joining(
                                "\n", "Find the process that owns port " + alert.getPort() + " of the server:\n", "")));
        json.texts("references", alert.getRule().getReferences());
    }

    private static void enrichments(Json json, PortAlert alert) {
        List<PortAssignment> known = alert.getAssignment() == null ? List.of() : List.of(alert.getAssignment());
        json.objects("enrichments", known, (item, assignment) -> {
            item.text("name", "evidences[0].dst_endpoint.port");
            item.text("value", alert.getPort());
            item.text("type", "port registry");
            item.text("provider", assignment.getOrigin());
            item.object("data", data -> AlertDetails.assignment(data, assignment));
        });
    }
}
