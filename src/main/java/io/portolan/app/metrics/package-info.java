/** Shows what a running job does: its own figures, Kafka's and those of the Java process, in the formats of Prometheus. */
@NullMarked
package io.portolan.app.metrics;

import org.jspecify.annotations.NullMarked;
