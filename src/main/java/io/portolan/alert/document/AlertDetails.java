package io.portolan.alert.document;

import io.portolan.schema.Factor;
import io.portolan.schema.Hypothesis;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.RuleReference;
import io.portolan.schema.TriageCommand;
import org.jspecify.annotations.Nullable;

/** Writes what an alert says beyond the fields of the schemas, the same in all of them. */
public final class AlertDetails {
    private AlertDetails() {}

    /** The fields of the object {@code portolan}. */
    public static void write(Json json, PortAlert alert) {
        story(json, alert);
        json.object("role", role -> {
            role.text("basis", alert.getRoleBasis());
            role.number("confidence", alert.getRoleConfidence());
        });
        json.object("rule", rule -> rule(rule, alert.getRule()));
        json.objects("factors", alert.getFactors(), AlertDetails::factor);
        json.objects("hypotheses", alert.getHypotheses(), AlertDetails::hypothesis);
        json.objects("triage", alert.getTriage(), AlertDetails::command);
        json.object("assignment", assignment -> assignment(assignment, alert.getAssignment()));
        json.text("registry_version", alert.getRegistryVersion());
        json.text("allow_list", alert.getAllowList());
        json.text("source_format", alert.getSourceFormat());
        json.object("origin", origin -> origin(origin, alert.getOrigin()));
    }

    private static void story(Json json, PortAlert alert) {
        json.text("dedup_key", alert.getDedupKey());
        json.text("story", alert.getStory());
        json.text("phase", alert.getPhase());
        json.number("update", alert.getUpdate());
        json.text("change", alert.getChange());
        json.text("verdict", alert.getVerdict());
        json.number("port", alert.getPort());
        json.number("flows", alert.getFlows());
        json.number("bytes", alert.getBytes());
        json.number("suppressed", alert.getSuppressed());
        json.number("distinct_clients", alert.getDistinctClients());
        json.texts("clients", alert.getClients());
        json.number("targets", alert.getTargets());
        json.texts("target_addresses", alert.getTargetAddresses());
        json.number("period_ms", alert.getPeriod());
    }

    private static void rule(Json json, RuleReference rule) {
        json.text("level", rule.getLevel());
        json.texts("tags", rule.getTags());
        json.texts("references", rule.getReferences());
        json.texts("false_positives", rule.getFalsePositives());
    }

    private static void factor(Json json, Factor factor) {
        json.text("name", factor.getName());
        json.number("points", factor.getPoints());
        json.text("reason", factor.getReason());
    }

    private static void hypothesis(Json json, Hypothesis hypothesis) {
        json.text("name", hypothesis.getName());
        json.text("statement", hypothesis.getStatement());
        json.texts("evidence", hypothesis.getEvidence());
    }

    private static void command(Json json, TriageCommand command) {
        json.text("platform", command.getPlatform());
        json.text("command", command.getCommand());
    }

    /** What the registry says of the watched port; nothing if that is null. */
    public static void assignment(Json json, @Nullable PortAssignment assignment) {
        if (assignment == null) {
            return;
        }
        json.text("status", assignment.getStatus());
        json.texts("names", assignment.getNames());
        json.text("description", assignment.getDescription());
        json.text("assignee", assignment.getAssignee());
        json.text("registered", assignment.getRegistered());
        json.text("modified", assignment.getModified());
        json.text("reference", assignment.getReference());
        json.text("unauthorized_use", assignment.getUnauthorizedUse());
        json.text("documentation", assignment.getDocumentation());
        json.text("origin", assignment.getOrigin());
    }

    private static void origin(Json json, @Nullable RecordPosition origin) {
        if (origin != null) {
            json.text("topic", origin.getTopic());
            json.number("partition", origin.getPartition());
            json.number("offset", origin.getOffset());
        }
    }
}
