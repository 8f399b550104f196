package io.portolan.topology;

import io.portolan.flow.FlowBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.judge.EnrichedFlowWriter;
import io.portolan.judge.Judge;
import io.portolan.judge.Rules;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.label.RegistryVersion;
import io.portolan.schema.PortRange;
import io.portolan.wire.WireFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Serializer;

/** Finds what has to stand before the bytes of an enriched flow, by letting the serializer write one. */
final class EnrichedFrame {
    private static final long SOME_TIME = 1_700_000_000_000L;

    private EnrichedFrame() {}

    /**
     * The frame. Registers the schema or looks it up, as the serializer is configured.
     *
     * @throws RuntimeException what the serializer throws: the registry is away, or does not know the schema
     */
    static byte[] of(Serializer<Object> serializer, Topic topic) {
        Schema schema = SchemaFiles.read(topic.value());
        return WireFormat.headerOf(serializer, topic.name(), sample(schema));
    }

    private static GenericRecord sample(Schema schema) {
        try {
            Label none = Label.unlisted(PortRange.NONE);
            LabelledFlow labelled = new LabelledFlow(
                    new FlowBuilder("sample")
                            .addresses("192.0.2.1", "192.0.2.2")
                            .times(SOME_TIME, SOME_TIME)
                            .build(),
                    null,
                    none,
                    none,
                    new RegistryVersion(Optional.empty()));
            byte[] body = new EnrichedFlowWriter(new byte[0])
                    .write(labelled, new Judge(() -> new Rules(List.of())).judge(labelled));
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(body, null));
        } catch (UnreadableFlowException | IOException e) {
            throw new IllegalStateException("the sample of an enriched flow is broken", e);
        }
    }
}
