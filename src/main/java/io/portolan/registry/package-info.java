/**
 * What a port is registered for: the port registry in memory, read from IANA's CSV or XML, with a site's own names on top.
 *
 * <p>The facts come from the IANA Service Name and Transport Protocol Port Number Registry (RFC 6335). They are hints: traffic
 * on a registered port is not necessarily the assigned service.
 */
@NullMarked
package io.portolan.registry;

import org.jspecify.annotations.NullMarked;
