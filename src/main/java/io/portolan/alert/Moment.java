package io.portolan.alert;

import io.portolan.schema.StoryPhase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place of an alert in its story.
 *
 * @param phase the first, a later or the last one
 * @param update number of the alert in its story, 0 for the first
 * @param change why it follows the one before, null for the first
 * @param raisedAt event time
 */
public record Moment(StoryPhase phase, int update, @Nullable String change, Instant raisedAt) {}
