package io.portolan.app.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is shown of Kafka's metrics: about one in seven of them, which an operator asks for. Left out are rates and averages of
 * what is shown as a total, figures of each processor and task that those of the thread sum up, and what Kafka records at
 * the level DEBUG only. JMX has all of them.
 *
 * @param reason what they are for
 * @param names in Micrometer's form, after {@code kafka.}
 */
record KeptKafkaMetrics(String reason, List<String> names) {
    private static final String KAFKA = "kafka.";

    static List<KeptKafkaMetrics> all() {
        return List.of(
                reading(),
                polling(),
                threads(),
                rebalancing(),
                restoring(),
                writing(),
                committing(),
                stores(),
                network());
    }

    /** Lets these through, and all that is not Kafka's. */
    static MeterFilter filter() {
        Set<String> kept = all().stream()
                .flatMap(each -> each.names().stream())
                .map(KAFKA::concat)
                .collect(Collectors.toUnmodifiableSet());
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return !id.getName().startsWith(KAFKA) || kept.contains(id.getName())
                        ? MeterFilterReply.NEUTRAL
                        : MeterFilterReply.DENY;
            }
        };
    }

    private static KeptKafkaMetrics reading() {
        return of(
                "whether reading keeps up",
                "consumer.fetch.manager.",
                "records.lag",
                "records.lag.max",
                "records.consumed.total",
                "bytes.consumed.total",
                "fetch.latency.avg",
                "fetch.latency.max",
                "fetch.throttle.time.max");
    }

    private static KeptKafkaMetrics polling() {
        return of(
                "whether a thread still polls, and how long before the group would give it up",
                "consumer.",
                "time.between.poll.avg",
                "time.between.poll.max",
                "last.poll.seconds.ago",
                "poll.idle.ratio.avg");
    }

    private static KeptKafkaMetrics threads() {
        KeptKafkaMetrics each = of(
                "what the threads do with their time",
                "stream.thread.",
                "thread.state",
                "process.total",
                "process.latency.avg",
                "process.latency.max",
                "process.ratio",
                "poll.total",
                "poll.latency.avg",
                "poll.latency.max",
                "poll.ratio",
                "commit.total",
                "commit.latency.avg",
                "commit.latency.max",
                "commit.ratio",
                "blocked.time.ns.total");
        return each.and("stream.client.state", "stream.alive.stream.threads", "stream.failed.stream.threads")
                .and("stream.task.dropped.records.total");
    }

    private static KeptKafkaMetrics rebalancing() {
        return of(
                "whether the group is at rest",
                "consumer.coordinator.",
                "assigned.partitions",
                "rebalance.total",
                "rebalance.latency.avg",
                "rebalance.latency.max",
                "failed.rebalance.total",
                "last.rebalance.seconds.ago",
                "last.heartbeat.seconds.ago");
    }

    private static KeptKafkaMetrics restoring() {
        return of(
                "how far the stories are restored",
                "stream.",
                "task.restore.remaining.records.total",
                "state.updater.active.restoring.tasks",
                "state.updater.restore.records.rate");
    }

    private static KeptKafkaMetrics writing() {
        return of(
                        "what is written, and whether the brokers take it",
                        "producer.topic.",
                        "record.send.total",
                        "record.error.total",
                        "record.retry.total",
                        "byte.total",
                        "compression.rate")
                .and(
                        "producer.request.latency.avg",
                        "producer.request.latency.max",
                        "producer.record.queue.time.max",
                        "producer.produce.throttle.time.max",
                        "producer.buffer.available.bytes",
                        "producer.buffer.exhausted.total",
                        "producer.batch.size.avg");
    }

    private static KeptKafkaMetrics committing() {
        return of(
                "what transactions cost",
                "producer.",
                "txn.begin.time.ns.total",
                "txn.send.offsets.time.ns.total",
                "txn.commit.time.ns.total",
                "txn.abort.time.ns.total",
                "flush.time.ns.total");
    }

    private static KeptKafkaMetrics stores() {
        return of(
                "how large the stores of the stories are (RocksDB)",
                "stream.state.",
                "estimate.num.keys",
                "total.sst.files.size",
                "size.all.mem.tables",
                "block.cache.usage",
                "estimate.table.readers.mem",
                "estimate.pending.compaction.bytes",
                "background.errors");
    }

    private static KeptKafkaMetrics network() {
        List<String> names = Stream.of("consumer.", "producer.")
                .flatMap(client -> Stream.of(
                                "connection.count",
                                "failed.authentication.total",
                                "incoming.byte.total",
                                "outgoing.byte.total")
                        .map(client::concat))
                .toList();
        return new KeptKafkaMetrics("connections, and what goes over them", names)
                .and("admin.client.failed.authentication.total");
    }

    private static KeptKafkaMetrics of(String reason, String prefix, String... names) {
        return new KeptKafkaMetrics(reason, Stream.of(names).map(prefix::concat).toList());
    }

    private KeptKafkaMetrics and(String... more) {
        return new KeptKafkaMetrics(
                reason, Stream.concat(names.stream(), Stream.of(more)).toList());
    }
}
