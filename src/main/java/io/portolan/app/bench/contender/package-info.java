/** What is compared: the job, and the programs that move or label the same flows without it, each to be run in a process. */
@NullMarked
package io.portolan.app.bench.contender;

import org.jspecify.annotations.NullMarked;
