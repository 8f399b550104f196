package io.portolan.flow.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.flow.Decoded;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A reading as JSON. A flow is an object with the fields of the schema, without those that are null, UNKNOWN, false or
 * empty, and without the format; what is no flow is {@code {"not_a_flow": reason}}, what cannot be read {@code
 * {"unreadable": cause}}, and a record of several flows {@code {"flows": [...], "unreadable": [{"index":,"cause":}]}}.
 */
final class ReadingJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ReadingJson() {}

    static JsonNode of(FlowParser parser, byte[] record) {
        try {
            return of(parser.read(record));
        } catch (UnreadableFlowException e) {
            return JSON.createObjectNode().put("unreadable", e.getMessage());
        }
    }

    private static JsonNode of(Reading reading) {
        if (reading instanceof Flow flow) {
            return flow(Decoded.of(flow));
        }
        ObjectNode json = JSON.createObjectNode();
        if (reading instanceof Reading.Flows several) {
            several.flows().forEach(flow -> json.withArray("flows").add(flow(Decoded.of(flow))));
            several.unreadable()
                    .forEach(part -> json.withArray("unreadable")
                            .addObject()
                            .put("index", part.index())
                            .put("cause", part.cause()));
        } else if (reading instanceof Reading.NotAFlow other) {
            json.put("not_a_flow", other.reason());
        }
        return json;
    }

    private static ObjectNode flow(Decoded flow) {
        ObjectNode json = JSON.createObjectNode();
        json.put("protocol", flow.protocol()).put("src_port", flow.srcPort()).put("dst_port", flow.dstPort());
        json.put("tcp_flags", flow.tcpFlags());
        json.put("initiator", known(flow.initiator())).put("action", known(flow.action()));
        json.put("state", known(flow.state()));
        json.put("packets", flow.packets()).put("bytes", flow.bytes());
        json.put("reverse_packets", flow.reversePackets()).put("reverse_bytes", flow.reverseBytes());
        json.put("src_address", flow.srcAddress()).put("dst_address", flow.dstAddress());
        json.put("start_time", flow.startTime().toString());
        json.put("end_time", flow.endTime().toString());
        json.put("observer", flow.observer()).put("sampling_rate", flow.samplingRate());
        if (flow.duplicate()) {
            json.put("duplicate", true);
        }
        if (!flow.attributes().isEmpty()) {
            flow.attributes().forEach(json.putObject("attributes")::put);
        }
        json.properties().removeIf(field -> field.getValue().isNull());
        // So that a number of one type equals the same number of another.
        return (ObjectNode) reparsed(json);
    }

    private static JsonNode reparsed(ObjectNode json) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String known(Enum<?> value) {
        return value.name().equals("UNKNOWN") ? null : value.name();
    }
}
