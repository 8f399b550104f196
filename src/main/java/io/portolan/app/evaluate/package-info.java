/** Compares what is said of the conversations of a log with what they are known to be. */
@NullMarked
package io.portolan.app.evaluate;

import org.jspecify.annotations.NullMarked;
