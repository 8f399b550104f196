package io.portolan.bench;

/**
 * How fast a log is read.
 *
 * @param flows a second on one core
 * @param error of {@code flows}, half the width of the interval that holds it with 99.9 percent; not a number if unknown
 * @param allocated bytes a flow
 */
record Speed(SampleLog log, double flows, double error, double allocated) {}
