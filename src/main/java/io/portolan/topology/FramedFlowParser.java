package io.portolan.topology;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowParser;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.wire.TargetLayout;

/** Reads flow logs in the wire format of a schema registry; those of another writer schema are resolved first. */
final class FramedFlowParser implements FlowParser {
    private final String topic;
    private final TargetLayout layout;

    FramedFlowParser(String topic, TargetLayout layout) {
        this.topic = topic;
        this.layout = layout;
    }

    @Override
    public Flow read(byte[] record) throws UnreadableFlowException {
        int body = layout.bodyOffset(topic, record);
        return body == TargetLayout.RESOLVE
                ? Flow.of(layout.resolve(topic, record))
                : Flow.of(record, body, record.length - body);
    }
}
