package io.portolan.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a profile comes to.
 *
 * @param samples how many
 * @param shares 0 to 1, by the name of whose code it is, the largest first
 * @param svg the flame graph
 */
public record ProfileReport(int samples, Map<String, Double> shares, String svg) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ProfileReport of(Profile profile) {
        Map<Owner, Integer> counts = new EnumMap<>(Owner.class);
        profile.samples().forEach(stack -> counts.merge(Owner.of(stack), 1, Integer::sum));
        int all = profile.samples().size();
        Map<String, Double> shares = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Owner, Integer>comparingByValue().reversed())
                .forEach(count -> shares.put(count.getKey().text(), (double) count.getValue() / all));
        return new ProfileReport(all, shares, FlameGraph.svg(profile));
    }

    /** Writes profile.json, with samples and shares, and profile.svg. */
    public void write(Path folder) throws IOException {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("samples", samples);
        told.put("shares", shares);
        Files.writeString(
                folder.resolve("profile.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(told) + "\n");
        Files.writeString(folder.resolve("profile.svg"), svg);
    }
}
