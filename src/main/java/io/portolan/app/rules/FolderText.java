package io.portolan.app.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in folders, to tell whether it has changed: times of files do not say so within their resolution, nor where a
 * whole folder is exchanged by a link, as Kubernetes does it.
 */
final class FolderText {
    private FolderText() {}

    /** The text of each YAML file, by its path. */
    @SafeVarargs
    static Map<String, String> of(Optional<Path>... folders) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Optional<Path> folder : folders) {
            for (Path file : folder.isPresent() ? files(folder.get()) : List.<Path>of()) {
                // Any bytes will do; whether they are text is for the reader of rules to say.
                texts.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file ->
                            file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
                    .toList();
        }
    }
}
