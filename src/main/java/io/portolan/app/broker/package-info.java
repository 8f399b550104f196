/**
 * A real Kafka broker inside the process, for the demo and the tests: one KRaft node, broker and controller in one, that
 * listens on the loopback interface only.
 */
@NullMarked
package io.portolan.app.broker;

import org.jspecify.annotations.NullMarked;
