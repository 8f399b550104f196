/** How fast the parsers are: JMH over the logs of the fixtures, and the table in {@code docs/performance.md}. */
@NullMarked
package io.portolan.bench;

import org.jspecify.annotations.NullMarked;
