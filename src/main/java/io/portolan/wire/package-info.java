/**
 * Avro records on the wire: the Confluent framing, the serdes of that framing, and a client of the Confluent Schema
 * Registry's REST API.
 *
 * <p>The rest of the application knows Kafka's {@code Serializer} and {@code Deserializer} and takes the Avro ones by
 * class name. {@link io.portolan.wire.AvroSerializer} and {@link io.portolan.wire.AvroDeserializer} read the
 * configuration keys of Confluent's {@code KafkaAvroSerializer} and {@code KafkaAvroDeserializer}, so that those can
 * stand in by configuration alone.
 */
@NullMarked
package io.portolan.wire;

import org.jspecify.annotations.NullMarked;
