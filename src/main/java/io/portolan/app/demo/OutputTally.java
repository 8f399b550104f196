package io.portolan.app.demo;

import io.portolan.schema.PortAlert;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/** Counts what the topics hold. Not for several threads at a time. */
final class OutputTally {
    private final Map<Service, Long> services = new TreeMap<>();
    private final Map<String, Long> verdicts = new TreeMap<>();
    private final Set<String> stories = new HashSet<>();
    private long flows;
    private long alerts;
    private long deadLetters;

    /**
     * A service as flows are counted by.
     *
     * @param name primary service name of the server side, or what is known in its place
     * @param range range of the server's port
     */
    record Service(String name, String range) implements Comparable<Service> {
        private static final Comparator<Service> ORDER =
                Comparator.comparing(Service::name).thenComparing(Service::range);

        @Override
        public int compareTo(Service other) {
            return ORDER.compare(this, other);
        }
    }

    /** An enriched flow. */
    void add(GenericRecord flow) {
        flows++;
        verdicts.merge(flow.get("verdict").toString(), 1L, Long::sum);
        services.merge(service(flow), 1L, Long::sum);
    }

    void add(PortAlert alert) {
        alerts++;
        stories.add(alert.getDedupKey());
    }

    void addDeadLetter() {
        deadLetters++;
    }

    long flows() {
        return flows;
    }

    long alerts() {
        return alerts;
    }

    /** Stories that the alerts belong to. */
    long stories() {
        return stories.size();
    }

    long deadLetters() {
        return deadLetters;
    }

    /** Flows by verdict; NONE are those on no watched port. */
    Map<String, Long> verdicts() {
        return verdicts;
    }

    /** Flows by service, most first. */
    List<Map.Entry<Service, Long>> services() {
        return services.entrySet().stream()
                .sorted(Map.Entry.<Service, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private static Service service(GenericRecord flow) {
        String server = flow.get("server").toString();
        if (server.equals("UNKNOWN")) {
            return new Service("(server unknown)", "");
        }
        GenericRecord label = (GenericRecord) flow.get(server.equals("SOURCE") ? "src" : "dst");
        String range = label.get("range").toString();
        if (range.equals("NONE")) {
            return new Service("(no ports)", range);
        }
        Object name = flow.get("service");
        return new Service(
                name == null ? "(" + label.get("status").toString().toLowerCase(Locale.ROOT) + ")" : name.toString(),
                range);
    }
}
