/** The launcher script, run for real over a checkout whose Maven and Java are small scripts that say how they were called. */
@NullMarked
package io.portolan.launcher;

import org.jspecify.annotations.NullMarked;
