/** Alerts and enriched flows as events of the Open Cybersecurity Schema Framework. */
@NullMarked
package io.portolan.alert.ocsf;

import org.jspecify.annotations.NullMarked;
