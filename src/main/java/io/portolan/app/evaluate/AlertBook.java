package io.portolan.app.evaluate;

import io.portolan.judge.Rule;
import io.portolan.judge.Rules;
import io.portolan.registry.Transport;
import io.portolan.schema.Level;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryKind;
import io.portolan.schema.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The alerts of a run, found again by the endpoint or the scanner that they speak of. */
final class AlertBook {
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<Subject, Map<String, Level>> levels = new HashMap<>();
    private final Map<Subject, String> summaries = new HashMap<>();
    private final List<PortAlert> alerts = new ArrayList<>();

    /** A server with its port, or a scanner with the port that it tries. */
    private record Subject(StoryKind kind, Transport transport, Party party) {}

    AlertBook(Rules rules) {
        rules.all().forEach(rule -> this.rules.put(rule.id(), rule));
    }

    void add(List<PortAlert> raised) {
        raised.forEach(this::add);
    }

    List<PortAlert> all() {
        return Collections.unmodifiableList(alerts);
    }

    /** How many stories were told. */
    int stories() {
        Set<String> keys = new HashSet<>();
        alerts.forEach(alert -> keys.add(alert.getDedupKey()));
        return keys.size();
    }

    boolean tellsOfScan(Transport transport, String scanner, int port) {
        return levels.containsKey(new Subject(StoryKind.SCAN, transport, new Party(scanner, port)));
    }

    /** The highest severity that was told of the server or of its client as a scanner, within what the verdict may have. */
    Optional<Level> level(Transport transport, Party server, Party client, Verdict verdict) {
        List<Level> found = new ArrayList<>();
        Party scanner = new Party(client.address(), server.port());
        for (Subject subject : List.of(
                new Subject(StoryKind.SERVER, transport, server), new Subject(StoryKind.SCAN, transport, scanner))) {
            levels.getOrDefault(subject, Map.of())
                    .forEach((rule, told) -> ceiling(rule, verdict).ifPresent(most -> found.add(lower(told, most))));
        }
        return found.stream().max(Comparator.naturalOrder());
    }

    /** The last summary that was told of them, where there is a level. */
    Optional<String> summary(Transport transport, Party server, Party client, Verdict verdict) {
        Party scanner = new Party(client.address(), server.port());
        return level(transport, server, client, verdict)
                .map(level -> summaries.getOrDefault(
                        new Subject(StoryKind.SCAN, transport, scanner),
                        summaries.getOrDefault(new Subject(StoryKind.SERVER, transport, server), "")));
    }

    private void add(PortAlert alert) {
        alerts.add(alert);
        Transport transport =
                Objects.requireNonNull(Transport.ofProtocol(alert.getProtocol()), "a watched port has a transport");
        boolean scan = alert.getStory() == StoryKind.SCAN;
        Party party = scan
                ? new Party(alert.getClient().getAddress(), alert.getPort())
                : new Party(alert.getServer().getAddress(), alert.getServer().getPort());
        Subject told = new Subject(alert.getStory(), transport, party);
        summaries.put(told, alert.getSummary());
        levels.computeIfAbsent(told, subject -> new HashMap<>())
                .merge(alert.getRule().getId(), alert.getSeverity(), AlertBook::higher);
    }

    private Optional<Level> ceiling(String rule, Verdict verdict) {
        return Optional.ofNullable(rules.get(rule)).flatMap(found -> found.ceiling(verdict));
    }

    private static Level lower(Level one, Level other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Level higher(Level one, Level other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
