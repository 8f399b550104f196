package io.portolan.app.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the threads of a contender that move records are at.
 *
 * @param contender its name
 * @param warmMicros microseconds of the processors a record in this run, of its whole process without Java's compilers
 * @param samples how many
 * @param work of these, those of each work that has any
 */
public record ProfileReport(String contender, double warmMicros, int samples, Map<Work, Integer> work) {
    static final String FILE = "profile.json";

    public ProfileReport {
        work = Map.copyOf(work);
    }

    static ProfileReport of(BenchRun run, Profile profile) {
        Map<Work, Integer> work = new EnumMap<>(Work.class);
        profile.samples().forEach(stack -> work.merge(Work.of(stack), 1, Integer::sum));
        return new ProfileReport(
                run.contender(), run.warmMicros(), profile.samples().size(), work);
    }

    /** Its share of the samples, 0 to 1; 0 if there are none. */
    public double share(Work of) {
        return samples == 0 ? 0 : (double) work.getOrDefault(of, 0) / samples;
    }

    /**
     * Those that were written to a folder.
     *
     * @throws IOException if they cannot be read, or are none
     */
    public static List<ProfileReport> read(Path folder) throws IOException {
        return BenchReport.JSON.readValue(folder.resolve(FILE).toFile(), new TypeReference<>() {});
    }
}
