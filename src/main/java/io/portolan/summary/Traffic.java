package io.portolan.summary;

import io.portolan.schema.PortTraffic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The records of {@code schemas/port-traffic.avsc}: their keys. */
public final class Traffic {
    private static final String UNKNOWN = "-";

    private Traffic() {}

    /**
     * Key of a record, which begins with its minute, so that keys are in the order of time: {@code
     * 2026-11-23T10:15:00Z/SYSTEM/ASSIGNED/NONE/https}. The service comes last, since its name may hold anything.
     */
    public static String key(PortTraffic traffic) {
        String service = traffic.getService();
        return prefix(traffic.getMinute())
                + text(traffic.getRange())
                + '/'
                + text(traffic.getStatus())
                + '/'
                + traffic.getVerdict()
                + '/'
                + (service == null ? "" : service);
    }

    /** What all keys of a minute begin with, and none of another. */
    public static String prefix(Instant minute) {
        return minute.truncatedTo(ChronoUnit.MINUTES) + "/";
    }

    private static String text(@Nullable Enum<?> symbol) {
        return symbol == null ? UNKNOWN : symbol.name();
    }
}
