package io.portolan.app.replay;

import io.portolan.app.config.PortolanConfig;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.avro.AvroFormat;
import io.portolan.topology.SchemaFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Serializer;

/** What a record of a log file becomes in a topic: itself, except that bare Avro gets the frame of the schema registry. */
final class WireForm {
    private WireForm() {}

    static UnaryOperator<byte[]> of(FlowFormat format, PortolanConfig config, String topic) {
        return format.name().equals(AvroFormat.NAME) ? framing(config, topic) : record -> record;
    }

    /** Bare flows become what a producer of the canonical form sends. */
    private static UnaryOperator<byte[]> framing(PortolanConfig config, String topic) {
        Serializer<Object> serializer = config.avro().serializer();
        GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(
                SchemaFiles.read(config.topics().flowLogs().value()));
        return record -> {
            try {
                BinaryDecoder in = DecoderFactory.get().binaryDecoder(record, null);
                return serializer.serialize(topic, reader.read(null, in));
            } catch (IOException e) {
                throw new UncheckedIOException("a flow of an Avro file cannot be read", e);
            }
        };
    }
}
