package io.portolan.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Avro serializer and deserializers of a schema registry, configured. Only Kafka's interfaces are known here, so that
 * Confluent's classes do as well as the built-in ones.
 *
 * @param serializer writes any Avro record
 * @param specific reads the generated classes
 * @param generic reads generic records of the writer's schema
 */
public record AvroSerdes(Serializer<Object> serializer, Deserializer<Object> specific, Deserializer<Object> generic) {}
