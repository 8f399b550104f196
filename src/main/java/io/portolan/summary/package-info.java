/** What many flows come to: traffic by service and minute, and the servers on ports that nobody should be using. */
@NullMarked
package io.portolan.summary;

import org.jspecify.annotations.NullMarked;
