package io.portolan.app.bench;

/**
 * How far a contender was at a moment.
 *
 * @param nanos of a clock that never goes back
 * @param records that it had written
 */
record Mark(long nanos, long records) {}
