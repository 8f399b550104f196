package io.portolan.alert.document;

import io.portolan.schema.Endpoint;
import io.portolan.schema.PortAlert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * An alert as one event among those of its story.
 *
 * @param id the same whenever the same log is read again, and of no alert that tells anything else: dedup key, start of the
 *     story, the alert's number in it, its time, and a name-based UUID (RFC 9562, version 3) of what the flows have told so
 *     far. The last two are there because a story that has ended can begin anew with a late flow of the same start. Where in
 *     Kafka a flow was read is not in it, nor what only the wording depends on
 * @param time event time of the alert
 */
public record AlertEvent(String id, Instant time) {
    public static AlertEvent of(PortAlert alert) {
        Instant raised = alert.getRaisedAt();
        Instant time = raised == null ? alert.getLastSeen() : raised;
        String id = "%s/%d/%d/%d/%s"
                .formatted(
                        alert.getDedupKey(),
                        alert.getFirstSeen().toEpochMilli(),
                        alert.getUpdate(),
                        time.toEpochMilli(),
                        UUID.nameUUIDFromBytes(told(alert).getBytes(StandardCharsets.UTF_8)));
        return new AlertEvent(id, time);
    }

    private static String told(PortAlert alert) {
        return Arrays.asList(
                        alert.getVerdict(),
                        alert.getScore(),
                        side(alert.getServer()),
                        side(alert.getClient()),
                        alert.getRoleBasis(),
                        alert.getRoleConfidence(),
                        alert.getFlows(),
                        alert.getBytes(),
                        alert.getBytesFromServer(),
                        alert.getBytesFromClient(),
                        alert.getLastSeen().toEpochMilli(),
                        alert.getClients(),
                        alert.getDistinctClients(),
                        alert.getTargetAddresses(),
                        alert.getTargets(),
                        alert.getPeriod())
                .toString();
    }

    private static String side(Endpoint side) {
        return side.getAddress() + " " + side.getPort();
    }
}
