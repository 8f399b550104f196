package io.portolan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The shell scripts pass shellcheck; skipped where that is not installed. */
class ShellcheckTest {
    @Test
    void theScriptsPassShellcheck() throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "shellcheck is not on the PATH");

        Process shellcheck = new ProcessBuilder("shellcheck", "portolan", ".ci/run", ".ci/image", "deploy/image/stage")
                .redirectErrorStream(true)
                .start();
        String findings = new String(shellcheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shellcheck.waitFor()).as(findings).isZero();
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "shellcheck")));
    }
}
