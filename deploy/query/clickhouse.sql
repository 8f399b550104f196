-- Made of topology/topics.yaml and schemas/ by QueryDefinitionsTest; deploy/query/README.md says how to run it.

CREATE TABLE flows_queue (
  `protocol` Int32,
  `src_port` Int32,
  `dst_port` Int32,
  `tcp_flags` Nullable(Int32),
  `initiator` String,
  `action` String,
  `state` String,
  `packets` Int64,
  `bytes` Int64,
  `reverse_packets` Nullable(Int64),
  `reverse_bytes` Nullable(Int64),
  `src_address` String,
  `dst_address` String,
  `start_time` DateTime64(3, 'UTC'),
  `end_time` DateTime64(3, 'UTC'),
  `observer` Nullable(String),
  `sampling_rate` Nullable(Int32),
  `duplicate` Bool,
  `source_format` String,
  `attributes` Map(String, String),
  `src` Tuple(`range` String, `status` String, `service` Nullable(String), `names` Array(String), `documentation` Nullable(String)),
  `dst` Tuple(`range` String, `status` String, `service` Nullable(String), `names` Array(String), `documentation` Nullable(String)),
  `server` String,
  `role_basis` String,
  `role_confidence` Int32,
  `service` Nullable(String),
  `verdict` String,
  `registry_version` Nullable(String)
) ENGINE = Kafka
SETTINGS
  kafka_broker_list = 'localhost:9092',
  kafka_topic_list = 'flow-logs-enriched',
  kafka_group_name = 'clickhouse-flows',
  kafka_format = 'AvroConfluent',
  format_avro_schema_registry_url = 'http://localhost:8081';

CREATE TABLE flows (
  `protocol` Int32,
  `src_port` Int32,
  `dst_port` Int32,
  `tcp_flags` Nullable(Int32),
  `initiator` String,
  `action` String,
  `state` String,
  `packets` Int64,
  `bytes` Int64,
  `reverse_packets` Nullable(Int64),
  `reverse_bytes` Nullable(Int64),
  `src_address` String,
  `dst_address` String,
  `start_time` DateTime64(3, 'UTC'),
  `end_time` DateTime64(3, 'UTC'),
  `observer` Nullable(String),
  `sampling_rate` Nullable(Int32),
  `duplicate` Bool,
  `source_format` String,
  `attributes` Map(String, String),
  `src` Tuple(`range` String, `status` String, `service` Nullable(String), `names` Array(String), `documentation` Nullable(String)),
  `dst` Tuple(`range` String, `status` String, `service` Nullable(String), `names` Array(String), `documentation` Nullable(String)),
  `server` String,
  `role_basis` String,
  `role_confidence` Int32,
  `service` Nullable(String),
  `verdict` String,
  `registry_version` Nullable(String),
  `_partition` UInt64,
  `_offset` UInt64,
  `_timestamp` Nullable(DateTime('UTC')),
  `_key` String
) ENGINE = MergeTree
ORDER BY (_partition, _offset);

CREATE MATERIALIZED VIEW flows_reader TO flows AS
SELECT *, _partition, _offset, _timestamp, _key FROM flows_queue;

-- Without assignment: ClickHouse has no Tuple that may be NULL.
-- Without origin: ClickHouse has no Tuple that may be NULL.
CREATE TABLE alerts_queue (
  `dedup_key` String,
  `rule` Tuple(`id` String, `title` String, `level` String, `technique` Nullable(String), `tags` Array(String), `description` Nullable(String), `references` Array(String), `false_positives` Array(String)),
  `verdict` String,
  `severity` String,
  `score` Int32,
  `factors` Array(Tuple(`name` String, `points` Int32, `reason` String)),
  `summary` String,
  `protocol` Int32,
  `port` Int32,
  `server` Tuple(`address` String, `port` Int32),
  `client` Tuple(`address` String, `port` Int32),
  `role_basis` String,
  `role_confidence` Int32,
  `flows` Int64,
  `bytes` Int64,
  `distinct_clients` Int64,
  `suppressed` Int64,
  `first_seen` DateTime64(3, 'UTC'),
  `last_seen` DateTime64(3, 'UTC'),
  `hypotheses` Array(Tuple(`name` String, `statement` String, `evidence` Array(String))),
  `triage` Array(Tuple(`platform` String, `command` String)),
  `observer` Nullable(String),
  `source_format` String,
  `registry_version` Nullable(String),
  `story` String,
  `phase` String,
  `update` Int32,
  `change` Nullable(String),
  `raised_at` Nullable(DateTime64(3, 'UTC')),
  `bytes_from_server` Nullable(Int64),
  `bytes_from_client` Nullable(Int64),
  `clients` Array(String),
  `targets` Int64,
  `target_addresses` Array(String),
  `period` Nullable(Int64),
  `allow_list` Nullable(String)
) ENGINE = Kafka
SETTINGS
  kafka_broker_list = 'localhost:9092',
  kafka_topic_list = 'port-alerts',
  kafka_group_name = 'clickhouse-alerts',
  kafka_format = 'AvroConfluent',
  format_avro_schema_registry_url = 'http://localhost:8081';

CREATE TABLE alerts (
  `dedup_key` String,
  `rule` Tuple(`id` String, `title` String, `level` String, `technique` Nullable(String), `tags` Array(String), `description` Nullable(String), `references` Array(String), `false_positives` Array(String)),
  `verdict` String,
  `severity` String,
  `score` Int32,
  `factors` Array(Tuple(`name` String, `points` Int32, `reason` String)),
  `summary` String,
  `protocol` Int32,
  `port` Int32,
  `server` Tuple(`address` String, `port` Int32),
  `client` Tuple(`address` String, `port` Int32),
  `role_basis` String,
  `role_confidence` Int32,
  `flows` Int64,
  `bytes` Int64,
  `distinct_clients` Int64,
  `suppressed` Int64,
  `first_seen` DateTime64(3, 'UTC'),
  `last_seen` DateTime64(3, 'UTC'),
  `hypotheses` Array(Tuple(`name` String, `statement` String, `evidence` Array(String))),
  `triage` Array(Tuple(`platform` String, `command` String)),
  `observer` Nullable(String),
  `source_format` String,
  `registry_version` Nullable(String),
  `story` String,
  `phase` String,
  `update` Int32,
  `change` Nullable(String),
  `raised_at` Nullable(DateTime64(3, 'UTC')),
  `bytes_from_server` Nullable(Int64),
  `bytes_from_client` Nullable(Int64),
  `clients` Array(String),
  `targets` Int64,
  `target_addresses` Array(String),
  `period` Nullable(Int64),
  `allow_list` Nullable(String),
  `_partition` UInt64,
  `_offset` UInt64,
  `_timestamp` Nullable(DateTime('UTC')),
  `_key` String
) ENGINE = MergeTree
ORDER BY (_partition, _offset);

CREATE MATERIALIZED VIEW alerts_reader TO alerts AS
SELECT *, _partition, _offset, _timestamp, _key FROM alerts_queue;

CREATE TABLE traffic_queue (
  `minute` DateTime64(3, 'UTC'),
  `service` Nullable(String),
  `range` Nullable(String),
  `status` Nullable(String),
  `verdict` String,
  `flows` Int64,
  `bytes` Int64,
  `packets` Int64
) ENGINE = Kafka
SETTINGS
  kafka_broker_list = 'localhost:9092',
  kafka_topic_list = 'port-traffic-1m',
  kafka_group_name = 'clickhouse-traffic',
  kafka_format = 'AvroConfluent',
  format_avro_schema_registry_url = 'http://localhost:8081';

CREATE TABLE traffic (
  `minute` DateTime64(3, 'UTC'),
  `service` Nullable(String),
  `range` Nullable(String),
  `status` Nullable(String),
  `verdict` String,
  `flows` Int64,
  `bytes` Int64,
  `packets` Int64,
  `_partition` UInt64,
  `_offset` UInt64,
  `_timestamp` Nullable(DateTime('UTC')),
  `_key` String
) ENGINE = ReplacingMergeTree(_offset)
ORDER BY (_key);

CREATE MATERIALIZED VIEW traffic_reader TO traffic AS
SELECT *, _partition, _offset, _timestamp, _key FROM traffic_queue;

CREATE TABLE servers_queue (
  `address` String,
  `port` Int32,
  `transport` String,
  `range` String,
  `status` String,
  `service` Nullable(String),
  `documentation` Nullable(String),
  `role_basis` String,
  `role_confidence` Int32,
  `first_seen` DateTime64(3, 'UTC'),
  `last_seen` DateTime64(3, 'UTC'),
  `flows` Int64,
  `bytes` Int64,
  `clients` Int64,
  `client_addresses` Array(String),
  `client_sketch` Nullable(String),
  `registry_version` Nullable(String)
) ENGINE = Kafka
SETTINGS
  kafka_broker_list = 'localhost:9092',
  kafka_topic_list = 'port-servers',
  kafka_group_name = 'clickhouse-servers',
  kafka_format = 'AvroConfluent',
  format_avro_schema_registry_url = 'http://localhost:8081';

CREATE TABLE servers (
  `address` String,
  `port` Int32,
  `transport` String,
  `range` String,
  `status` String,
  `service` Nullable(String),
  `documentation` Nullable(String),
  `role_basis` String,
  `role_confidence` Int32,
  `first_seen` DateTime64(3, 'UTC'),
  `last_seen` DateTime64(3, 'UTC'),
  `flows` Int64,
  `bytes` Int64,
  `clients` Int64,
  `client_addresses` Array(String),
  `client_sketch` Nullable(String),
  `registry_version` Nullable(String),
  `_partition` UInt64,
  `_offset` UInt64,
  `_timestamp` Nullable(DateTime('UTC')),
  `_key` String
) ENGINE = ReplacingMergeTree(_offset)
ORDER BY (_key);

CREATE MATERIALIZED VIEW servers_reader TO servers AS
SELECT *, _partition, _offset, _timestamp, _key FROM servers_queue;
