package io.portolan.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The profiles of some contenders, to be written: what they come to, and a flame graph of each. */
public final class Profiles {
    private final List<ProfileReport> reports = new ArrayList<>();
    private final Map<String, String> graphs = new LinkedHashMap<>();

    void add(BenchRun run, Profile profile) {
        reports.add(ProfileReport.of(run, profile));
        graphs.put("profile-%s.svg".formatted(run.contender()), FlameGraph.svg(profile));
    }

    /** Writes profile.json, and profile-CONTENDER.svg of each; nothing if there is none. */
    public void write(Path folder) throws IOException {
        if (reports.isEmpty()) {
            return;
        }
        Files.writeString(folder.resolve(ProfileReport.FILE), BenchReport.JSON.writeValueAsString(reports) + "\n");
        for (Map.Entry<String, String> graph : graphs.entrySet()) {
            Files.writeString(folder.resolve(graph.getKey()), graph.getValue());
        }
    }
}
