/** How far a long work of a command has come, as a bar on a terminal and as lines elsewhere. */
@NullMarked
package io.portolan.app.progress;

import org.jspecify.annotations.NullMarked;
