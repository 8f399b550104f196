/** How commands talk to a cluster: clients that give up in time, topics read to their end, failures in plain words. */
@NullMarked
package io.portolan.app.cluster;

import org.jspecify.annotations.NullMarked;
