package io.portolan.app.schemas;

import io.portolan.app.config.PortolanConfig;
import io.portolan.wire.CompatibilityCheck;
import io.portolan.wire.CompatibilityLevel;
import io.portolan.wire.RegisteredSchema;
import io.portolan.wire.SchemaRegistryClient;
import io.portolan.wire.SchemaRegistryException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * The subjects of a configuration in its schema registry. Every method throws a {@code KafkaException} that names the
 * registry's address if none answers there or it refuses.
 */
public final class Subjects {
    /** A command gives up sooner than a job; keys of Confluent's clients. */
    private static final Map<String, Object> PATIENCE =
            Map.of("http.connect.timeout.ms", 5_000, "http.read.timeout.ms", 10_000, "max.retries", 1);

    private final SchemaRegistryClient client;
    private final List<WantedSubject> wanted;

    private Subjects(SchemaRegistryClient client, List<WantedSubject> wanted) {
        this.client = client;
        this.wanted = wanted;
    }

    /** The subjects of this configuration. */
    public static Subjects of(PortolanConfig config) {
        return new Subjects(client(config), WantedSubject.of(config.topics()));
    }

    /** Asks the registry for something small, so that a command knows at once whether it answers. */
    public static void checkReachable(PortolanConfig config) {
        versions(client(config), config.topics().portRegistry().subject());
    }

    /** The registry's addresses, without credentials. */
    public String addresses() {
        return client.addresses();
    }

    /** What is there of each wanted subject. */
    public List<SubjectReport> report() {
        return wanted.stream().map(this::report).toList();
    }

    /**
     * Registers what is not registered and sets the levels.
     *
     * @param reports of all wanted subjects
     * @throws IllegalArgumentException if one of them is incompatible; then nothing was changed
     */
    public void register(List<SubjectReport> reports) {
        if (reports.stream().anyMatch(SubjectReport::isIncompatible)) {
            throw new IllegalArgumentException("a schema is incompatible with those before it");
        }
        for (SubjectReport report : reports) {
            WantedSubject subject = report.wanted();
            if (!report.hasWantedLevel()) {
                client.setCompatibility(subject.name(), WantedSubject.LEVEL);
            }
            if (report.same().isEmpty()) {
                client.register(subject.name(), subject.schema());
            }
        }
    }

    private SubjectReport report(WantedSubject subject) {
        String name = subject.name();
        List<RegisteredSchema> earlier = versions(client, name).stream()
                .map(version -> client.version(name, version))
                .toList();
        Optional<RegisteredSchema> same = lookUp(subject);
        Optional<CompatibilityLevel> own = client.compatibility(name);
        return new SubjectReport(
                subject,
                same,
                earlier.stream().reduce((before, after) -> after),
                own.orElseGet(client::compatibility),
                own.isPresent(),
                same.isPresent() ? List.of() : obstacles(subject, earlier));
    }

    private List<String> obstacles(WantedSubject subject, List<RegisteredSchema> earlier) {
        if (earlier.isEmpty()) {
            return List.of();
        }
        CompatibilityCheck check = client.checkAgainstAll(subject.name(), subject.schema());
        if (check.compatible()) {
            return FullCompatibility.obstacles(subject.schema(), earlier);
        }
        return check.messages().isEmpty() ? List.of("the registry gives no reason") : check.messages();
    }

    private Optional<RegisteredSchema> lookUp(WantedSubject subject) {
        Schema schema = subject.schema();
        try {
            return Optional.of(client.lookUp(subject.name(), schema));
        } catch (SchemaRegistryException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static List<Integer> versions(SchemaRegistryClient client, String subject) {
        try {
            return client.versions(subject);
        } catch (SchemaRegistryException e) {
            if (e.isNotFound()) {
                return List.of();
            }
            throw e;
        }
    }

    private static SchemaRegistryClient client(PortolanConfig config) {
        Map<String, Object> settings = new HashMap<>(PATIENCE);
        settings.putAll(config.schemaRegistry());
        return new SchemaRegistryClient(settings);
    }
}
