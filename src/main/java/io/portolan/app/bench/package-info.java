/** The comparison: the job and what it is measured against, in processes of their own on one broker, and what came out. */
@NullMarked
package io.portolan.app.bench;

import org.jspecify.annotations.NullMarked;
