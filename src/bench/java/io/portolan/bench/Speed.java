package io.portolan.bench;

/**
 * How fast a log is read.
 *
 * @param flows a second of one processor
 * @param allocated bytes a flow
 */
record Speed(SampleLog log, double flows, double allocated) {}
