package io.portolan.app.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a job exposed in Prometheus' text format, read back. */
public record Scrape(String text) {
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One line: name, labels in their order, value. */
    public record Series(String name, Map<String, String> labels, double value) {}

    /** A family of series with what its header lines say. */
    public record Family(String name, String type, String help, Collection<String> labels) {}

    public List<Series> series() {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Scrape::parsed)
                .toList();
    }

    /** The series of a name. */
    public List<Series> series(String name) {
        return series().stream().filter(each -> each.name().equals(name)).toList();
    }

    /** The value of the one series of that name whose labels hold these values, in any place. */
    public double value(String name, String... values) {
        List<Series> found = series(name).stream()
                .filter(each -> each.labels().values().containsAll(List.of(values)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(name + List.of(values) + ": " + found);
        }
        return found.get(0).value();
    }

    /** All families by name. */
    public Map<String, Family> families() {
        Map<String, String> types = headers("TYPE");
        Map<String, String> helps = headers("HELP");
        Map<String, List<Series>> byName = series().stream().collect(Collectors.groupingBy(Series::name));
        Map<String, Family> families = new TreeMap<>();
        byName.forEach((name, all) -> {
            Collection<String> labels = new TreeSet<>();
            all.forEach(each -> labels.addAll(each.labels().keySet()));
            families.put(name, new Family(name, of(types, name), of(helps, name), labels));
        });
        return families;
    }

    private static String of(Map<String, String> headers, String series) {
        String family = series.replaceFirst("_(count|sum|bucket)$", "");
        return headers.getOrDefault(series, headers.getOrDefault(family, ""));
    }

    private Map<String, String> headers(String kind) {
        Map<String, String> headers = new TreeMap<>();
        text.lines().filter(line -> line.startsWith("# " + kind + " ")).forEach(line -> {
            String[] parts = line.split(" ", 4);
            headers.put(parts[2], parts.length < 4 ? "" : parts[3]);
        });
        return headers;
    }

    private static Series parsed(String line) {
        Matcher matcher = SERIES.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("no series: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        if (matcher.group(2) != null) {
            Matcher label = LABEL.matcher(matcher.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return new Series(matcher.group(1), labels, Double.parseDouble(matcher.group(3)));
    }

    /** The names of all series with all of their labels, each of which may come once. */
    public List<String> identities() {
        List<String> identities = new ArrayList<>();
        series().forEach(each -> identities.add(each.name() + each.labels()));
        return identities;
    }
}
