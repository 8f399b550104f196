/** Writes the records of logs to a topic, as a collector would have: as fast as it goes, at a rate, or at the log's own pace. */
@NullMarked
package io.portolan.app.replay;

import org.jspecify.annotations.NullMarked;
