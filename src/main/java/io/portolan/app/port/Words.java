package io.portolan.app.port;

import io.portolan.judge.Rule;
import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortStatus;
import io.portolan.schema.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a card words the values of the registry and of a rule. */
final class Words {
    private Words() {}

    static String of(PortStatus status) {
        return switch (status) {
            case ASSIGNED -> "assigned to a service";
            case RESERVED -> "reserved by IANA: not for regular assignment";
            case UNASSIGNED -> "unassigned: free for whoever applies for it";
            case UNLISTED -> "not listed: the registry has no row for it";
        };
    }

    static String of(Documentation documentation) {
        return switch (documentation) {
            case BARE -> "bare: nothing but a name; no description beyond it, no reference, no date";
            case DESCRIBED -> "described: a description or a date, but no document";
            case REFERENCED -> "referenced: a document defines the service";
        };
    }

    static String of(Origin origin) {
        return switch (origin) {
            case IANA -> "IANA's port registry";
            case SITE -> "the site's own names, which win over IANA's";
        };
    }

    /** The version of a registry, to stand behind its name. */
    static String version(String date) {
        return date.isEmpty() ? "" : ", version " + date;
    }

    /** A value of the registry, or that there is none. */
    static String stated(@Nullable String value) {
        return value == null ? "-" : value;
    }

    static String list(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    static String lower(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }

    /** What raises an alert of a rule, and how bad it is then; a line each. */
    static List<String> severities(Rule rule) {
        return Stream.of(Verdict.SESSION, Verdict.PROBE, Verdict.UNCERTAIN, Verdict.COINCIDENCE)
                .map(verdict -> event(verdict) + ": "
                        + rule.ceiling(verdict)
                                .map(level -> "alert, " + lower(level))
                                .orElse("no alert"))
                .toList();
    }

    private static String event(Verdict verdict) {
        return switch (verdict) {
            case SESSION -> "session (the port answers)";
            case PROBE -> "probe (the port is tried, no answer seen)";
            case UNCERTAIN -> "uncertain (client or server?)";
            case COINCIDENCE -> "coincidence (the client's own port)";
            case NONE, ALLOWED -> throw new IllegalArgumentException(verdict + " raises nothing");
        };
    }
}
