package io.portolan.judge;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
     * The rules of all {@code .yml} and {@code .yaml} files of a folder, in the order of their names.
     *
     * @throws IOException if the folder or a file cannot be read
     * @throws InvalidRuleException if there is no such file, one is not a rule or says what is not supported, or two have
     *     the same id
     */
    public static Rules read(Path folder) throws IOException, InvalidRuleException {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new InvalidRuleException(folder + ": holds no rule: no file ends in .yml or .yaml");
        }
        Map<String, Path> byId = new HashMap<>();
        List<Rule> rules = new ArrayList<>();
        for (Path file : files) {
            Rule rule = RuleFile.read(file.toString(), text(file));
            Path other = byId.putIfAbsent(rule.id(), file);
            if (other != null) {
                throw new InvalidRuleException(file + ": id is that of " + other + ": " + rule.id());
            }
            rules.add(rule);
        }
        return new Rules(rules);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file ->
                            file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) throws IOException, InvalidRuleException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InvalidRuleException(file + ": is not UTF-8");
        }
    }
}
