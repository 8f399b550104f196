/** Network Activity of the Open Cybersecurity Schema Framework. */
@NullMarked
package io.portolan.flow.ocsf;

import org.jspecify.annotations.NullMarked;
