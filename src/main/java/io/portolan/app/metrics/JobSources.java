package io.portolan.app.metrics;

import io.portolan.app.rules.LiveRules;
import io.portolan.topology.JobCounters;
import java.util.function.LongSupplier;

/**
 * Where the job's own figures come from.
 *
 * @param counters what the topology counts
 * @param rules the rules in force
 * @param streams the state of Kafka Streams
 * @param registry what is loaded of the port registry
 * @param threadsReplaced how many threads were replaced after a fault
 * @param now the time of day, milliseconds since the epoch
 */
public record JobSources(
        JobCounters counters,
        LiveRules rules,
        StreamsFacts streams,
        RegistryFacts registry,
        LongSupplier threadsReplaced,
        LongSupplier now) {}
