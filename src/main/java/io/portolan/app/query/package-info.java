/** What can be asked of a running job: the state that its tasks keep. */
@NullMarked
package io.portolan.app.query;

import org.jspecify.annotations.NullMarked;
