/** Flows as the collector goflow2 writes them, as JSON and as protobuf, and netobserv's flowlogs-pipeline after it. */
@NullMarked
package io.portolan.flow.goflow;

import org.jspecify.annotations.NullMarked;
