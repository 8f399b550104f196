package io.portolan.topology;

import java.util.Set;

/**
 * What is written for a SIEM beside the Avro records.
 *
 * @param alerts formats in which alerts are written
 * @param flows formats in which enriched flows are written
 */
public record Views(Set<ViewFormat> alerts, Set<ViewFormat> flows) {
    public Views {
        alerts = Set.copyOf(alerts);
        flows = Set.copyOf(flows);
    }
}
