package io.portolan.topology;

import java.util.List;

/**
 * Flows that were read one after the other from one partition, on their way from one processor to the next.
 *
 * @param <T> what is known of each
 * @param input counts the flows of their topic
 */
record FlowBatch<T>(InputCounters input, List<T> flows) {}
