/** Alerts and enriched flows as documents of the Elastic Common Schema. */
@NullMarked
package io.portolan.alert.ecs;

import org.jspecify.annotations.NullMarked;
