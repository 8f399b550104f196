package io.portolan.flink;

import io.portolan.app.bench.contender.ObviousLabels;
import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.FlowLog;
import io.portolan.schema.PortAssignment;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads a flow log and labels both its ports from the registry, which every thread has. */
final class RegistryLabels extends BroadcastProcessFunction<byte[], RegistryChange, EnrichedFlow> {
    static final MapStateDescriptor<String, PortAssignment> REGISTRY =
            new MapStateDescriptor<>("registry", Types.STRING, new AvroType<>(PortAssignment.class));

    private static final long serialVersionUID = 1;

    private final Map<String, String> keys;
    private transient @Nullable String flows;
    private transient @Nullable String ports;
    private transient @Nullable Deserializer<Object> avro;

    RegistryLabels(Map<String, String> keys) {
        this.keys = keys;
    }

    @Override
    public void open(OpenContext context) {
        PortolanConfig config = new PortolanConfig(keys);
        flows = config.topics().flowLogs().name();
        ports = config.topics().portRegistry().name();
        avro = config.avro().specific();
    }

    @Override
    public void processElement(byte[] value, ReadOnlyContext context, Collector<EnrichedFlow> out) throws Exception {
        FlowLog flow = (FlowLog) read(flows, value);
        ReadOnlyBroadcastState<String, PortAssignment> registry = context.getBroadcastState(REGISTRY);
        out.collect(ObviousLabels.enrich(
                ObviousLabels.source(flow, entry(registry, flow, flow.getSrcPort())),
                entry(registry, flow, flow.getDstPort())));
    }

    @Override
    public void processBroadcastElement(RegistryChange change, Context context, Collector<EnrichedFlow> out)
            throws Exception {
        BroadcastState<String, PortAssignment> registry = context.getBroadcastState(REGISTRY);
        if (change.entry.length == 0) {
            registry.remove(change.key);
        } else {
            registry.put(change.key, (PortAssignment) read(ports, change.entry));
        }
    }

    private Object read(@Nullable String topic, byte[] value) {
        return Objects.requireNonNull(avro).deserialize(topic, value);
    }

    private static @Nullable PortAssignment entry(
            ReadOnlyBroadcastState<String, PortAssignment> registry, FlowLog flow, int port) throws Exception {
        String key = ObviousLabels.key(flow, port);
        return key == null ? null : registry.get(key);
    }
}
