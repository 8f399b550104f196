/** Runs the topology: checks that all is there, starts Kafka Streams, decides on faults, and stops cleanly. */
package io.portolan.app.job;
