package io.portolan.app.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.portolan.registry.Transport;
import io.portolan.schema.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario of {@code src/test/resources/scenarios}: records as a sensor writes them, what they are, and what has to be
 * said of them.
 *
 * @param why it is there, and what makes it hard
 * @param stories how many of them have to be told; null if that does not matter
 * @param filter a Sigma filter of the site, null if there is none
 */
record Scenario(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String why,
        @JsonProperty(required = true) String format,
        @JsonProperty(required = true) String records,
        @JsonProperty(required = true) List<Known> conversations,
        @Nullable Integer stories,
        @Nullable String filter) {
    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build()
            .readerFor(Scenario[].class);

    /**
     * Some of the conversations of a scenario; a {@code *} stands for any address or port.
     *
     * @param severity a level, or none
     */
    record Known(String client, String server, String transport, Finding truth, Finding said, String severity) {

        KnownConversation conversation() {
            return new KnownConversation(ends(client), ends(server), Transport.parse(transport), truth);
        }

        Optional<Level> level() {
            return severity.equals("none")
                    ? Optional.empty()
                    : Optional.of(Level.valueOf(severity.toUpperCase(Locale.ROOT)));
        }

        private static KnownConversation.Ends ends(String text) {
            int colon = text.lastIndexOf(':');
            String address = text.substring(0, colon).replace("[", "").replace("]", "");
            String port = text.substring(colon + 1);
            return new KnownConversation.Ends(
                    Optional.of(address).filter(a -> !a.equals("*")),
                    Optional.of(port).filter(p -> !p.equals("*")).map(Integer::valueOf));
        }
    }

    /** All scenarios, by the name of their file, which is that of the kind of trouble. */
    static List<Scenario> all() {
        return files().stream().flatMap(file -> read(file).stream()).toList();
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Scenario> read(Path file) {
        try {
            Scenario[] scenarios = READER.readValue(file.toFile());
            return Arrays.asList(scenarios);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " holds no scenarios", e);
        }
    }

    /** What has to be said of a conversation. */
    Known known(Conversation conversation) {
        return conversations.stream()
                .filter(known -> known.conversation().holds(conversation))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " does not say what " + conversation + " is"));
    }
}
