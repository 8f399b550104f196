package io.portolan.alert.document;

import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortLabel;
import java.util.Map;

/** Writes what an enriched flow says beyond the fields of the schemas, the same in all of them. */
public final class FlowDetails {
    private FlowDetails() {}

    /** The fields of the object {@code portolan}. Sides are those of the flow as it was reported. */
    public static void write(Json json, EnrichedFlow flow) {
        json.text("server", flow.getServer());
        json.object("role", role -> {
            role.text("basis", flow.getRoleBasis());
            role.number("confidence", flow.getRoleConfidence());
        });
        json.text("verdict", flow.getVerdict());
        json.object("src", label -> label(label, flow.getSrc()));
        json.object("dst", label -> label(label, flow.getDst()));
        json.text("registry_version", flow.getRegistryVersion());
        json.text("initiator", flow.getInitiator());
        json.text("action", flow.getAction());
        json.text("state", flow.getState());
        json.number("tcp_flags", flow.getTcpFlags());
        json.number("sampling_rate", flow.getSamplingRate());
        json.flag("duplicate", flow.getDuplicate());
        json.text("source_format", flow.getSourceFormat());
        json.objects("attributes", flow.getAttributes().entrySet(), FlowDetails::attribute);
    }

    /** What the registry says of a port. */
    public static void label(Json json, PortLabel label) {
        json.text("range", label.getRange());
        json.text("status", label.getStatus());
        json.text("service", label.getService());
        json.texts("names", label.getNames());
        json.text("documentation", label.getDocumentation());
    }

    /** Names of a source's own never become names of fields. */
    private static void attribute(Json json, Map.Entry<String, String> attribute) {
        json.text("name", attribute.getKey());
        json.text("value", attribute.getValue());
    }
}
