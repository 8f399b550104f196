/** The dead letters of a job: what is wrong with them, and the way back to their source topics, once each. */
@NullMarked
package io.portolan.app.deadletters;

import org.jspecify.annotations.NullMarked;
