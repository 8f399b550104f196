package io.portolan.topology;

import io.portolan.label.LabelledFlow;

/**
 * A flow with its labels, and where it was read.
 *
 * @param origin its record, or its part of one
 */
record LabelledRead(Origin origin, LabelledFlow labelled) {}
