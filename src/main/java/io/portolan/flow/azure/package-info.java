/** Flow logs of Azure's Network Watcher: of network security groups and of virtual networks. */
@NullMarked
package io.portolan.flow.azure;

import org.jspecify.annotations.NullMarked;
