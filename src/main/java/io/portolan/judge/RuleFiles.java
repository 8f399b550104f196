package io.portolan.judge;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads rules: the bundled ones of {@code topology/rules}, or those of a site's own folder in their place; and filters. */
public final class RuleFiles {
    private static final String BUNDLED = "/topology/rules";
    private static final Pattern FILTER = Pattern.compile("(?m)^filter\\s*:");

    private final List<String> faults = new ArrayList<>();

    private RuleFiles() {}

    /** Reads one file to what it holds. */
    private interface Reader<T> {
        T read(String name, String yaml) throws InvalidRuleException;
    }

    /** The rules that come with the program and are in force where nothing else is said. */
    public static Rules bundled() {
        try {
            return read(Optional.empty(), Optional.empty()).inForce();
        } catch (IOException | InvalidRuleException e) {
            throw new IllegalStateException("the bundled rules cannot be read", e);
        }
    }

    /**
     * One rule.
     *
     * @param name of the file that it stands in, for messages
     * @throws InvalidRuleException if it is no rule or says what is not supported; names all faults
     */
    public static Rule rule(String name, String yaml) throws InvalidRuleException {
        return RuleFile.read(name, yaml);
    }

    /**
     * One filter.
     *
     * @param name of the file that it stands in, for messages
     * @param rules ids of the rules that it may speak of
     * @throws InvalidRuleException if it is no filter or says what is not supported; names all faults
     */
    public static Filter filter(String name, String yaml, Set<String> rules) throws InvalidRuleException {
        return FilterFile.read(name, yaml, rules);
    }

    /**
     * The rules and filters of all {@code .yml} and {@code .yaml} files of two folders, in the order of their names.
     *
     * @param rules folder of rules; empty for the bundled ones
     * @param filters folder of filters, which may hold none; empty for none
     * @throws IOException if a folder or a file cannot be read
     * @throws InvalidRuleException if there is no rule, a file is not a rule or filter or says what is not supported, or
     *     two have the same id; names all faults of all files
     */
    public static RuleBook read(Optional<Path> rules, Optional<Path> filters) throws IOException, InvalidRuleException {
        RuleFiles files = new RuleFiles();
        List<Rule> some = rules.isPresent() ? files.rules(rules.get()) : files.bundledRules();
        Set<String> ids = some.stream().map(Rule::id).collect(Collectors.toSet());
        List<Filter> allowed = filters.isPresent()
                ? List.copyOf(files.read(filters.get(), (name, yaml) -> FilterFile.read(name, yaml, ids), Filter::id))
                : List.of();
        return files.book(some, allowed);
    }

    /**
     * The rules and filters of some files and folders, told apart by what they hold.
     *
     * @param paths files of any name, and folders of {@code .yml} and {@code .yaml} files
     * @param others ids of rules beside them, of which filters may speak
     * @throws IOException if one cannot be read
     * @throws InvalidRuleException as {@link #read(Optional, Optional)}
     */
    public static RuleBook read(List<Path> paths, Set<String> others) throws IOException, InvalidRuleException {
        RuleFiles files = new RuleFiles();
        List<Path> all = new ArrayList<>();
        for (Path path : paths) {
            all.addAll(Files.isDirectory(path) ? files(path) : List.of(path));
        }
        Map<Boolean, List<Path>> byKind = new HashMap<>();
        for (Path file : all) {
            byKind.computeIfAbsent(isFilter(file), kind -> new ArrayList<>()).add(file);
        }
        List<Rule> rules = files.readAll(byKind.getOrDefault(false, List.of()), RuleFile::read, Rule::id);
        Set<String> ids =
                Stream.concat(others.stream(), rules.stream().map(Rule::id)).collect(Collectors.toSet());
        List<Filter> filters = files.readAll(
                byKind.getOrDefault(true, List.of()), (name, yaml) -> FilterFile.read(name, yaml, ids), Filter::id);
        return files.book(rules, filters);
    }

    private static boolean isFilter(Path file) throws IOException {
        return FILTER.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .find();
    }

    private RuleBook book(List<Rule> rules, List<Filter> filters) throws InvalidRuleException {
        if (!faults.isEmpty()) {
            throw new InvalidRuleException(faults);
        }
        return new RuleBook(rules, filters);
    }

    private List<Rule> bundledRules() throws IOException {
        try {
            URI folder = Objects.requireNonNull(RuleFiles.class.getResource(BUNDLED), BUNDLED)
                    .toURI();
            if (!folder.getScheme().equals("jar")) {
                return rules(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return rules(jar.getPath(BUNDLED));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the bundled rules cannot be found", e);
        }
    }

    private List<Rule> rules(Path folder) throws IOException {
        List<Rule> rules = read(folder, RuleFile::read, Rule::id);
        if (rules.isEmpty() && faults.isEmpty()) {
            faults.add(folder + ": holds no rule: no file ends in .yml or .yaml");
        }
        return rules;
    }

    private <T> List<T> read(Path folder, Reader<T> reader, Function<T, String> id) throws IOException {
        return readAll(files(folder), reader, id);
    }

    private <T> List<T> readAll(List<Path> files, Reader<T> reader, Function<T, String> id) throws IOException {
        Map<String, Path> byId = new HashMap<>();
        List<T> all = new ArrayList<>();
        for (Path file : files) {
            try {
                T one = reader.read(file.toString(), Files.readString(file));
                Path other = byId.putIfAbsent(id.apply(one), file);
                if (other != null) {
                    faults.add(file + ": id is that of " + other + ": " + id.apply(one));
                }
                all.add(one);
            } catch (InvalidRuleException e) {
                faults.addAll(e.faults());
            } catch (CharacterCodingException e) {
                faults.add(file + ": is not UTF-8");
            }
        }
        return all;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file ->
                            file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
