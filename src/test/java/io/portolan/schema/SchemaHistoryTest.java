package io.portolan.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has records or a program of any release is served by the schemas of today, and by those of any other. */
class SchemaHistoryTest {
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>portolan</artifactId>\\s*<version>(.*?)</version>");

    static List<String> names() throws IOException {
        return SchemaHistory.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTwoOfAllReleasesAndOfTodayReadEachOther(String name) throws IOException {
        List<Schema> schemas = new ArrayList<>(SchemaHistory.released(name).values());
        schemas.add(SchemaHistory.current(name));

        for (Schema reader : schemas) {
            for (Schema writer : schemas) {
                assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                                .getResult()
                                .getIncompatibilities())
                        .as("%s: %s reads what %s wrote", name, reader, writer)
                        .isEmpty();
            }
        }
    }

    /** With {@code -Drelease=NUMBER} it writes them. */
    @ParameterizedTest
    @MethodSource("names")
    void aReleaseKeepsItsSchemas(String name) throws IOException {
        String release = System.getProperty("release", version());
        if (System.getProperty("release") != null) {
            SchemaHistory.add(name, release);
        }
        assumeTrue(!release.endsWith("-SNAPSHOT"), "not released yet");

        List<Schema> released = List.copyOf(SchemaHistory.released(name).values());
        assertThat(released).isNotEmpty();
        assertThat(released.get(released.size() - 1))
                .hasToString(SchemaHistory.current(name).toString());
    }

    @Test
    void theHistoryIsThatOfTheSchemasOfToday() throws IOException {
        try (var folders = Files.list(SchemaHistory.RELEASED)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .as("what a release had is never dropped: its records lie in topics")
                    .isNotEmpty()
                    .isSubsetOf(SchemaHistory.names());
        }
        assertThat(getClass().getResource("/schemas/history/README.md"))
                .as("not in the jar")
                .isNull();
    }

    private static String version() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
