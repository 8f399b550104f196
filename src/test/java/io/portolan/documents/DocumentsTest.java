package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {
    private static final Set<String> FOLDERS = Set.of("schemas", "topology", "deploy", "docs", "src", ".ci", ".mvn");
    private static final Pattern PATH = Pattern.compile("[.\\w-]+/[\\w./-]*");
    private static final Pattern TOP_LEVEL_FILE = Pattern.compile("pom\\.xml|LICENSE|NOTICE|[A-Z_]+\\.md");
    private static final Pattern ONE_MACHINE =
            Pattern.compile("(?<![\\w./~}-])/(?:home|Users|root|work)/\\w|[A-Z]:\\\\Users\\\\\\w");

    static List<Markdown> documents() throws IOException {
        return Tree.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Markdown document) {
        assertThat(document.links()).filteredOn(DocumentsTest::isRelative).allSatisfy(link -> {
            String path = link.replaceFirst("#.*", "");
            Path target = path.isEmpty() ? document.file() : resolve(document, path);
            assertThat(target).exists();
            if (link.contains("#")) {
                assertThat(anchorsOf(target)).contains(link.replaceFirst(".*#", ""));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFileNamedInBackticksExists(Markdown document) {
        assertThat(document.spans())
                .filteredOn(DocumentsTest::namesAFile)
                .allSatisfy(path -> assertThat(Tree.ROOT.resolve(path)).exists());
    }

    @Test
    void noFileNamesAPathOfOneMachine() throws IOException {
        List<Path> naming = new ArrayList<>();
        for (Path file : Tree.files()) {
            if (ONE_MACHINE
                    .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .find()) {
                naming.add(file);
            }
        }
        assertThat(naming).isEmpty();
    }

    private static boolean isRelative(String link) {
        return !link.matches("[a-z]+:.*");
    }

    private static boolean namesAFile(String span) {
        return TOP_LEVEL_FILE.matcher(span).matches()
                || (PATH.matcher(span).matches()
                        && !span.contains("..")
                        && FOLDERS.contains(span.replaceFirst("/.*", "")));
    }

    private static Path resolve(Markdown document, String path) {
        return Tree.ROOT
                .toAbsolutePath()
                .resolve(document.file())
                .resolveSibling(path)
                .normalize();
    }

    private static List<String> anchorsOf(Path target) throws IOException {
        return new Markdown(target, Files.readString(target)).anchors();
    }
}
