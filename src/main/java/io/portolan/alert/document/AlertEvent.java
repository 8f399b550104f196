package io.portolan.alert.document;

import io.portolan.schema.PortAlert;
import java.time.Instant;

/**
 * An alert as one event among those of its story.
 *
 * @param id the same whenever the same log is read again, and of no other alert: dedup key, start of the story, and the
 *     alert's number in it
 * @param time event time of the alert
 */
public record AlertEvent(String id, Instant time) {
    public static AlertEvent of(PortAlert alert) {
        Instant raised = alert.getRaisedAt();
        return new AlertEvent(
                alert.getDedupKey() + "/" + alert.getFirstSeen().toEpochMilli() + "/" + alert.getUpdate(),
                raised == null ? alert.getLastSeen() : raised);
    }
}
