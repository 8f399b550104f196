/** What is known of a port, found by number or by service name, as a card for people and as JSON for tools. */
@NullMarked
package io.portolan.app.port;

import org.jspecify.annotations.NullMarked;
