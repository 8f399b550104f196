package io.portolan.judge;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads rules: the bundled ones of {@code topology/rules}, or those of a site's own folder in their place. */
public final class RuleFiles {
    private static final String BUNDLED = "/topology/rules";

    private RuleFiles() {}

    /** The rules that come with the program. */
    public static Rules bundled() {
        try {
            URI folder = Objects.requireNonNull(RuleFiles.class.getResource(BUNDLED), BUNDLED)
                    .toURI();
            if (!folder.getScheme().equals("jar")) {
                return read(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return read(jar.getPath(BUNDLED));
            }
        } catch (IOException | URISyntaxException | InvalidRuleException e) {
            throw new IllegalStateException("the bundled rules cannot be read", e);
        }
    }

    /**
     * The rules of all {@code .yml} files of a folder, in the order of their names.
     *
     * @throws IOException if the folder or a file cannot be read
     * @throws InvalidRuleException if a file is not a rule, or says what is not supported
     */
    public static Rules read(Path folder) throws IOException, InvalidRuleException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
        List<Rule> rules = new ArrayList<>();
        for (Path file : files) {
            rules.add(RuleFile.read(file.toString(), Files.readString(file)));
        }
        return new Rules(rules);
    }
}
