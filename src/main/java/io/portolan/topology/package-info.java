/**
 * The Kafka Streams topology: topics in, topics out, and between them the stages of the packages below, one processor
 * each.
 */
package io.portolan.topology;
