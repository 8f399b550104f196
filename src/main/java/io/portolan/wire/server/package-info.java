/**
 * A small schema registry with Confluent's REST API, in memory, for the demo and the tests. It forgets everything when
 * it is closed and is no place for schemas that matter.
 */
@NullMarked
package io.portolan.wire.server;

import org.jspecify.annotations.NullMarked;
