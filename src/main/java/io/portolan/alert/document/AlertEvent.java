package io.portolan.alert.document;

import io.portolan.schema.PortAlert;
import java.time.Instant;

/**
 * An alert as one event among those of its story.
 *
 * @param id the same whenever the same log is read again, and of no alert that tells anything else: dedup key, start of the
 *     story, the alert's number in it, its time, verdict, and bytes so far. The last three are there because a story that has
 *     ended can begin anew with a late flow of the same start
 * @param time event time of the alert
 */
public record AlertEvent(String id, Instant time) {
    public static AlertEvent of(PortAlert alert) {
        Instant raised = alert.getRaisedAt();
        Instant time = raised == null ? alert.getLastSeen() : raised;
        String id = "%s/%d/%d/%d/%s/%d"
                .formatted(
                        alert.getDedupKey(),
                        alert.getFirstSeen().toEpochMilli(),
                        alert.getUpdate(),
                        time.toEpochMilli(),
                        alert.getVerdict(),
                        alert.getBytes());
        return new AlertEvent(id, time);
    }
}
