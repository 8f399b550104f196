/** The labelling as a job of Flink, for the comparison of {@code src/bench/flink}: no part of the program. */
@NullMarked
package io.portolan.flink;

import org.jspecify.annotations.NullMarked;
