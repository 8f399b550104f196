package io.portolan.flow.ipfix;

import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import java.util.List;

/** Concludes when a flow began and ended where its record does not say so by itself. */
final class IpfixTimes {
    private static final long MICROS_PER_MILLI = 1_000;
    /** The exporter's uptime has 32 bits, and begins again after 49.7 days. */
    private static final long UPTIME_WRAPS_AT = 1L << 32;

    private IpfixTimes() {}

    static void complete(SourceRecord record) {
        conclude(record, IpfixElements.STARTS, IpfixElements.START_UPTIME, IpfixElements.START_MS);
        conclude(record, IpfixElements.ENDS, IpfixElements.END_UPTIME, IpfixElements.END_MS);
        if (record.has(IpfixElements.EXPORTED)
                && !hasAny(record, IpfixElements.STARTS)
                && !hasAny(record, IpfixElements.ENDS)) {
            record.conclude(IpfixElements.END_MS, record.number(IpfixElements.EXPORTED));
        }
    }

    private static void conclude(
            SourceRecord record, List<SourceField> absolute, SourceField uptime, SourceField target) {
        if (!record.has(uptime) || hasAny(record, absolute)) {
            return;
        }
        long then = record.number(uptime);
        if (record.has(IpfixElements.EXPORTER_START)) {
            record.conclude(target, record.number(IpfixElements.EXPORTER_START) + then * MICROS_PER_MILLI);
        } else if (record.has(IpfixElements.EXPORTED) && record.has(IpfixElements.EXPORTER_UPTIME)) {
            long now = record.number(IpfixElements.EXPORTER_UPTIME);
            long ago = now - then + (then > now ? UPTIME_WRAPS_AT : 0);
            record.conclude(target, record.number(IpfixElements.EXPORTED) - ago * MICROS_PER_MILLI);
        }
    }

    private static boolean hasAny(SourceRecord record, List<SourceField> fields) {
        for (SourceField field : fields) {
            if (record.has(field)) {
                return true;
            }
        }
        return false;
    }
}
