-- Made of topology/topics.yaml and schemas/ by QueryDefinitionsTest; deploy/query/README.md says how to run it.
-- The columns come from the schema registry.

SET 'auto.offset.reset' = 'earliest';

CREATE STREAM flows WITH (
  KAFKA_TOPIC = 'flow-logs-enriched',
  KEY_FORMAT = 'NONE',
  VALUE_FORMAT = 'AVRO'
);

CREATE STREAM alerts WITH (
  KAFKA_TOPIC = 'port-alerts',
  KEY_FORMAT = 'NONE',
  VALUE_FORMAT = 'AVRO'
);
