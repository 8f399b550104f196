package io.portolan.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A library that is shipped.
 *
 * @param name group and artifact, with a colon between
 * @param version as Maven has it
 */
record Library(String name, String version) {
    private static final Pattern LINE =
            Pattern.compile("\\s+([^:\\s]+:[^:\\s]+):jar(?::[^:\\s]+)?:([^:\\s]+):(?:compile|runtime)\\b.*");

    /** Those in the list that the build writes of its runtime dependencies. */
    static List<Library> read(Path list) {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.map(Library::of).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of a line; empty if it is another. */
    static Optional<Library> of(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? Optional.of(new Library(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
