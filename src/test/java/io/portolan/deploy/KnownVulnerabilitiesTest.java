package io.portolan.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shipped has none of the vulnerabilities that are known of it; the list says when somebody looked last. */
class KnownVulnerabilitiesTest {
    private static final Path LIST = Path.of("deploy/security/advisories.yaml");
    private static final Path SHIPPED = Path.of("target/shipped.txt");

    private final Advisories advisories = Advisories.read(LIST);

    @Test
    void nothingThatIsShippedIsInAnAffectedRange() {
        List<Library> shipped = Library.read(SHIPPED);

        assertThat(shipped).extracting(Library::name).contains("org.apache.kafka:kafka-streams");
        assertThat(advisories.against(shipped)).isEmpty();
    }

    @Test
    void everyLibraryThatIsShippedWasLookedUp() {
        List<Library> shipped = Library.read(SHIPPED);

        assertThat(shipped)
                .extracting(Library::name)
                .as("look up new libraries, and enter them in %s", LIST)
                .isSubsetOf(advisories.lookedUp());
    }

    @Test
    void theNewestIsFirst() {
        assertThat(advisories.all())
                .extracting(Advisories.Advisory::published)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.logging.log4j:log4j-api, 2.25.4, 1",
        "org.apache.logging.log4j:log4j-api, 2.25.5, 0",
        "org.apache.logging.log4j:log4j-api, 2.26.0, 1",
        "at.yawk.lz4:lz4-java, 1.10.2, 1",
        "at.yawk.lz4:lz4-java, 1.9.9, 2",
        "org.xerial.snappy:snappy-java, 1.1.10.1, 1",
        "org.apache.commons:commons-compress, 1.3, 0",
        "ch.qos.logback:logback-core, 1.5.19-SNAPSHOT, 5",
        "org.eclipse.jetty:jetty-server, 9.4.0.v20161207, 1",
        "org.example:unknown, 1.0, 0"
    })
    void versionsAreComparedAsMavenDoes(String name, String version, int found) {
        assertThat(advisories.against(List.of(new Library(name, version)))).hasSize(found);
    }

    @Test
    void whatIsFoundNamesTheLibraryTheAdvisoryAndTheWayOut() {
        assertThat(advisories.against(List.of(new Library("at.yawk.lz4:lz4-java", "1.10.2"))))
                .containsExactly("at.yawk.lz4:lz4-java 1.10.2 has GHSA-xx22-p4ch-683r (CVE-2026-59949);"
                        + " affected is (,1.11.1), take 1.11.1");
    }

    @Test
    void aLineOfTheBuildsListIsALibrary() {
        assertThat(Library.of("   org.duckdb:duckdb_jdbc:jar:2.0.0.1:compile -- module duckdb.jdbc [auto]"))
                .contains(new Library("org.duckdb:duckdb_jdbc", "2.0.0.1"));
        assertThat(Library.of("   org.example:native:jar:linux:1.2:runtime"))
                .contains(new Library("org.example:native", "1.2"));
        assertThat(Library.of("The following files have been resolved:")).isEmpty();
    }
}
