package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.CLASS;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;
import static org.apache.kafka.common.config.ConfigDef.ValidString.in;

import io.portolan.topology.SharedRocksDb;
import org.apache.kafka.common.config.ConfigDef;

/** The keys of Kafka Streams and its clients for which this job has a default of its own. */
final class StreamsKeys {
    private static final int ONE_MINUTE = 60_000;

    private StreamsKeys() {}

    static void define(ConfigDef keys) {
        defineJob(keys);
        defineClients(keys);
        defineStores(keys);
    }

    private static void defineJob(ConfigDef keys) {
        keys.define(
                ConfigKeys.KAFKA + "bootstrap.servers",
                STRING,
                "localhost:9092",
                HIGH,
                "Brokers to ask first, host:port each.");
        keys.define(
                ConfigKeys.KAFKA + "application.id",
                STRING,
                "portolan",
                HIGH,
                "Names the job on the cluster: its consumer group and the prefix of its transactions.");
        keys.define(
                ConfigKeys.KAFKA + "processing.guarantee",
                STRING,
                "exactly_once_v2",
                in("exactly_once_v2", "at_least_once"),
                HIGH,
                "Exactly once by default: a crash neither loses nor doubles a flow for readers of committed records.");
        keys.define(
                ConfigKeys.KAFKA + "num.stream.threads",
                INT,
                2,
                atLeast(1),
                MEDIUM,
                "Threads of this instance. They share their labels without waiting for each other.");
        keys.define(
                ConfigKeys.KAFKA + "commit.interval.ms",
                LONG,
                2_000L,
                atLeast(0),
                MEDIUM,
                "How often output is committed, and so how late readers of committed records see it; an alert passes two"
                        + " commits, that of a probe three. Flows on watched ports go to their stories with it, in transactions or not, and so does"
                        + " what has been counted: every second, the job took an eighth more of the processors (docs/adr/0034)."
                        + " The first flows after a start are committed at once.");
        keys.define(
                ConfigKeys.KAFKA + "processing.exception.handler.global.enabled",
                BOOLEAN,
                true,
                LOW,
                "What Kafka Streams 5 does anyway; without it version 4 advises so in the log at every start.");
    }

    private static void defineClients(ConfigDef keys) {
        keys.define(
                ConfigKeys.KAFKA + "retry.backoff.ms",
                LONG,
                10L,
                atLeast(0),
                LOW,
                "How long a client waits before it asks again; it then waits twice as long each time, up to"
                        + " `kafka.retry.backoff.max.ms`. Kafka Streams waits so long after each topic that it makes for its stores:"
                        + " with Kafka's own 100 ms, the first start took half a second more.");
        keys.define(
                ConfigKeys.KAFKA + "producer.batch.size",
                INT,
                262_144,
                atLeast(0),
                LOW,
                "Largest batch in bytes. With Kafka's own 16 KiB the job took a third more of the processors.");
        keys.define(
                ConfigKeys.KAFKA + "producer.max.request.size",
                INT,
                8_388_608,
                atLeast(0),
                LOW,
                "Largest record in bytes, before compression: as large as the dead-letter topic takes, so that the record"
                        + " that fills any other topic's limit has room for the headers of a dead letter.");
        keys.define(
                ConfigKeys.KAFKA + "producer.linger.ms",
                LONG,
                20L,
                atLeast(0),
                LOW,
                "How long a batch may wait to be filled. Without waiting the job took a fifth more of the processors, and longer waits"
                        + " brought nothing (docs/performance.md).");
        keys.define(
                ConfigKeys.KAFKA + "producer.compression.type",
                STRING,
                "lz4",
                LOW,
                "Compression of what is written; lz4 costs little, zstd two thirds more of the processors.");
        keys.define(
                ConfigKeys.KAFKA + "producer.delivery.timeout.ms",
                INT,
                2 * ONE_MINUTE,
                atLeast(0),
                LOW,
                "How long a record may take to be written before the thread gives up and is replaced.");
        keys.define(
                ConfigKeys.KAFKA + "consumer.auto.offset.reset",
                STRING,
                "earliest",
                LOW,
                "Where a job that never committed begins to read.");
        keys.define(
                ConfigKeys.KAFKA + "consumer.isolation.level",
                STRING,
                "read_committed",
                LOW,
                "What a producer has not committed is not read, also at least once: a replay of dead letters that died is"
                        + " void.");
        keys.define(
                ConfigKeys.KAFKA + "restore.consumer.fetch.max.wait.ms",
                INT,
                100,
                atLeast(0),
                LOW,
                "How long a broker waits that has nothing more for the stores. It answers nothing else on that connection meanwhile,"
                        + " and so keeps the next tasks waiting: with Kafka's own 500 ms it took 3.0 s from a start until all"
                        + " tasks ran, and takes 2.3.");
    }

    private static void defineStores(ConfigDef keys) {
        keys.define(
                ConfigKeys.KAFKA + "statestore.cache.max.bytes",
                LONG,
                0L,
                atLeast(0),
                LOW,
                "No record cache: the registry is in memory as it is, and the stories are few.");
        keys.define(
                ConfigKeys.KAFKA + "rocksdb.config.setter",
                CLASS,
                SharedRocksDb.class,
                LOW,
                "Has all stores on disk read through one memory, of `stores.memory.bytes`; each has 2 MiB at most beside it.");
    }
}
