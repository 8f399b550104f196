package io.portolan.topology;

/**
 * Says that event time has come so far, so that stories end also if nothing is seen on their ports any more.
 *
 * @param time milliseconds since the epoch
 */
record ClockMark(long time) implements Watched {}
