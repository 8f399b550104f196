-- Made of topology/topics.yaml and schemas/ by QueryDefinitionsTest; deploy/query/README.md says how to run it.

CREATE OR REPLACE VIEW memory.default.flows AS
SELECT
  "protocol",
  "src_port",
  "dst_port",
  "tcp_flags",
  "initiator",
  "action",
  "state",
  "packets",
  "bytes",
  "reverse_packets",
  "reverse_bytes",
  "src_address",
  "dst_address",
  from_unixtime_nanos("start_time" * 1000000) AS "start_time",
  from_unixtime_nanos("end_time" * 1000000) AS "end_time",
  "observer",
  "sampling_rate",
  "duplicate",
  "source_format",
  "attributes",
  "src",
  "dst",
  "server",
  "role_basis",
  "role_confidence",
  "service",
  "verdict",
  "registry_version",
  _partition_id AS _partition,
  _partition_offset AS _offset,
  _timestamp,
  _key
FROM kafka.default."flow-logs-enriched";

CREATE OR REPLACE VIEW memory.default.alerts AS
SELECT
  "dedup_key",
  "rule",
  "verdict",
  "severity",
  "score",
  "factors",
  "summary",
  "protocol",
  "port",
  "assignment",
  "server",
  "client",
  "role_basis",
  "role_confidence",
  "flows",
  "bytes",
  "distinct_clients",
  "suppressed",
  from_unixtime_nanos("first_seen" * 1000000) AS "first_seen",
  from_unixtime_nanos("last_seen" * 1000000) AS "last_seen",
  "hypotheses",
  "triage",
  "origin",
  "observer",
  "source_format",
  "registry_version",
  "story",
  "phase",
  "update",
  "change",
  from_unixtime_nanos("raised_at" * 1000000) AS "raised_at",
  "bytes_from_server",
  "bytes_from_client",
  "clients",
  "targets",
  "target_addresses",
  "period",
  "allow_list",
  _partition_id AS _partition,
  _partition_offset AS _offset,
  _timestamp,
  _key
FROM kafka.default."port-alerts";

CREATE OR REPLACE VIEW memory.default.traffic AS
SELECT
  from_unixtime_nanos("minute" * 1000000) AS "minute",
  "service",
  "range",
  "status",
  "verdict",
  "flows",
  "bytes",
  "packets",
  _partition_id AS _partition,
  _partition_offset AS _offset,
  _timestamp,
  _key
FROM (
  SELECT *, _partition_id, _partition_offset, _timestamp, _key, _message_length,
    row_number() OVER (PARTITION BY _partition_id, _key ORDER BY _partition_offset DESC) AS age
  FROM kafka.default."port-traffic-1m"
)
WHERE age = 1 AND _message_length > 0;

CREATE OR REPLACE VIEW memory.default.servers AS
SELECT
  "address",
  "port",
  "transport",
  "range",
  "status",
  "service",
  "documentation",
  "role_basis",
  "role_confidence",
  from_unixtime_nanos("first_seen" * 1000000) AS "first_seen",
  from_unixtime_nanos("last_seen" * 1000000) AS "last_seen",
  "flows",
  "bytes",
  "clients",
  "client_addresses",
  "client_sketch",
  "registry_version",
  _partition_id AS _partition,
  _partition_offset AS _offset,
  _timestamp,
  _key
FROM (
  SELECT *, _partition_id, _partition_offset, _timestamp, _key, _message_length,
    row_number() OVER (PARTITION BY _partition_id, _key ORDER BY _partition_offset DESC) AS age
  FROM kafka.default."port-servers"
)
WHERE age = 1 AND _message_length > 0;
