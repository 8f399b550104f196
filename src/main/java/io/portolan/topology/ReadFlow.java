package io.portolan.topology;

import io.portolan.flow.Flow;

/**
 * A flow, and where it was read.
 *
 * @param origin its record, or its part of one
 */
record ReadFlow(Origin origin, Flow flow) {}
