package io.portolan.registry;

import java.util.regex.Pattern;

/** Dates as the registry writes them: YYYY-MM-DD, or YYYY-MM where the day is not known. */
final class RegistryDates {

    private static final Pattern DAY = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    private RegistryDates() {}

    /** The day as YYYY-MM-DD; a month counts as its first day, the one it cannot be earlier than; other text is empty. */
    static String day(String date) {
        if (DAY.matcher(date).matches()) {
            return date;
        }
        return MONTH.matcher(date).matches() ? date + "-01" : "";
    }

    /** The later of two days; empty counts as the earliest. */
    static String later(String day, String other) {
        return day.compareTo(other) >= 0 ? day : other;
    }
}
