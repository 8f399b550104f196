package io.portolan.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * Known vulnerabilities of libraries.
 *
 * @param all newest first
 * @param lookedUp libraries that were looked up, whether or not something is known of them
 */
record Advisories(List<Advisory> all, Set<String> lookedUp) {
    /**
     * One of them.
     *
     * @param published a date, or the year
     * @param library group and artifact
     * @param affected a range, or several, in Maven's notation
     * @param fixed the first versions without it
     */
    record Advisory(String id, String published, String library, String affected, String fixed) {
        private boolean affects(Library shipped) {
            try {
                return library.equals(shipped.name())
                        && VersionRange.createFromVersionSpec(affected)
                                .containsVersion(new DefaultArtifactVersion(shipped.version()));
            } catch (InvalidVersionSpecificationException e) {
                throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
            }
        }

        private String against(Library shipped) {
            return "%s %s has %s; affected is %s, take %s".formatted(library, shipped.version(), id, affected, fixed);
        }
    }

    static Advisories read(Path file) {
        try {
            JsonNode root = new YAMLMapper().readTree(file.toFile());
            List<Advisory> all = root.path("advisories")
                    .valueStream()
                    .map(Advisories::advisory)
                    .toList();
            Set<String> names = new HashSet<>();
            root.path("none_known").forEach(name -> names.add(name.asText()));
            all.forEach(one -> names.add(one.library()));
            return new Advisories(all, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known of these libraries in these versions, a line each. */
    List<String> against(List<Library> shipped) {
        return shipped.stream()
                .flatMap(library ->
                        all.stream().filter(one -> one.affects(library)).map(one -> one.against(library)))
                .toList();
    }

    private static Advisory advisory(JsonNode node) {
        String id = node.path("id").asText();
        String cve = node.path("cve").asText();
        return new Advisory(
                cve.isEmpty() ? id : id + " (" + cve + ")",
                node.path("published").asText(),
                node.path("package").asText(),
                node.path("affected").asText(),
                node.path("fixed").asText());
    }
}
