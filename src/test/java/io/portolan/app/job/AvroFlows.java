package io.portolan.app.job;

import io.portolan.flow.FlowLogs;
import io.portolan.schema.Action;
import io.portolan.schema.FlowLog;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Flow logs in Avro, of the current schema and of others that a producer may have. */
public final class AvroFlows {
    private AvroFlows() {}

    /** A session on 1274. */
    static FlowLog specific() {
        return FlowLog.newBuilder()
                .setProtocol(6)
                .setSrcPort(51515)
                .setDstPort(1274)
                .setTcpFlags(null)
                .setInitiator(Side.SOURCE)
                .setAction(Action.UNKNOWN)
                .setState(FlowState.CLOSED)
                .setPackets(6)
                .setBytes(412)
                .setReversePackets(null)
                .setReverseBytes(null)
                .setSrcAddress("198.51.100.7")
                .setDstAddress("192.0.2.10")
                .setStartTime(Instant.ofEpochMilli(1_700_000_000_500L))
                .setEndTime(Instant.ofEpochMilli(Zeek.END))
                .setObserver(null)
                .setSamplingRate(null)
                .setSourceFormat("avro")
                .setAttributes(Map.of())
                .build();
    }

    /** The schema before {@code sampling_rate} and {@code attributes} came. */
    static Schema older() {
        return with(FlowLogs.SCHEMA.getFields().stream()
                .filter(field -> !List.of("sampling_rate", "attributes").contains(field.name()))
                .map(AvroFlows::copy)
                .toList());
    }

    /** A schema to come, with a field more before the others. */
    static Schema newer() {
        return newer(List.of("vlan"));
    }

    /** Likewise with these fields more. */
    public static Schema newer(List<String> more) {
        List<Schema.Field> fields = new ArrayList<>();
        more.forEach(name -> fields.add(new Schema.Field(name, Schema.create(Schema.Type.INT), "A number.", 0)));
        FlowLogs.SCHEMA.getFields().forEach(field -> fields.add(copy(field)));
        return with(fields);
    }

    /** The same session in another schema. */
    public static GenericRecord session(Schema schema) {
        GenericRecord flow = new GenericData.Record(schema);
        schema.getFields().stream()
                .filter(Schema.Field::hasDefaultValue)
                .forEach(field -> flow.put(field.pos(), GenericData.get().getDefaultValue(field)));
        flow.put("protocol", 6);
        flow.put("src_port", 51515);
        flow.put("dst_port", 1274);
        flow.put("initiator", FlowLogs.symbol("initiator", Side.SOURCE));
        flow.put("state", FlowLogs.symbol("state", FlowState.CLOSED));
        flow.put("src_address", "198.51.100.7");
        flow.put("dst_address", "192.0.2.10");
        flow.put("start_time", 1_700_000_000_500L);
        flow.put("end_time", Zeek.END);
        return flow;
    }

    /** What has the name of a flow log, and a text for {@code src_port}, which no reader takes for a number. */
    public static GenericRecord unreadable() {
        GenericRecord flow = session(with(FlowLogs.SCHEMA.getFields().stream()
                .map(field -> field.name().equals("src_port")
                        ? new Schema.Field("src_port", Schema.create(Schema.Type.STRING), "No number.", "none")
                        : copy(field))
                .toList()));
        flow.put("src_port", "none");
        return flow;
    }

    private static Schema with(List<Schema.Field> fields) {
        return Schema.createRecord("FlowLog", "A flow.", "io.portolan.schema", false, fields);
    }

    private static Schema.Field copy(Schema.Field field) {
        return new Schema.Field(field, field.schema());
    }
}
