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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.InvalidConfigurationException;
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
        byte[] body = body();
        byte[] written = serializer.serialize(topic.name(), record(schema, body));
        byte[] header = WireFormat.headerOf(serializer, topic.name(), record(schema, body));
        if (!Arrays.equals(body, Arrays.copyOfRange(written, header.length, written.length))) {
            throw new InvalidConfigurationException("the serializer writes enriched flows with another schema than "
                    + topic.value() + " under subject " + topic.subject()
                    + "; leave out schema.registry.use.latest.version");
        }
        return header;
    }

    private static byte[] body() {
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
            return new EnrichedFlowWriter(new byte[0])
                    .write(labelled, new Judge(() -> new Rules(List.of())).judge(labelled));
        } catch (UnreadableFlowException e) {
            throw new IllegalStateException("the sample of an enriched flow is broken", e);
        }
    }

    private static GenericRecord record(Schema schema, byte[] body) {
        try {
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(body, null));
        } catch (IOException e) {
            throw new IllegalStateException("the sample of an enriched flow is broken", e);
        }
    }
}
