package io.portolan.app.query;

import io.portolan.app.json.AvroJson;
import io.portolan.schema.PortTraffic;
import java.util.Locale;
import java.util.Optional;

/** What traffic is told apart by. */
public enum TrafficDimension {
    MINUTE,
    SERVICE,
    RANGE,
    STATUS,
    VERDICT;

    /** The value as JSON has it; empty for null. */
    Optional<String> of(PortTraffic traffic) {
        return switch (this) {
            case MINUTE -> Optional.of(AvroJson.time(traffic.getMinute().toEpochMilli()));
            case SERVICE -> Optional.ofNullable(traffic.getService());
            case RANGE -> Optional.ofNullable(traffic.getRange()).map(Enum::name);
            case STATUS -> Optional.ofNullable(traffic.getStatus()).map(Enum::name);
            case VERDICT -> Optional.of(traffic.getVerdict().name());
        };
    }

    /** Name of the field. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
