package io.portolan.launcher;

import io.portolan.deploy.Tools;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The shell scripts pass shellcheck; skipped where that is not installed. */
class ShellcheckTest {
    @Test
    void theScriptsPassShellcheck() throws IOException, InterruptedException {
        Tools.run(
                "shellcheck",
                "portolan",
                ".ci/run",
                ".ci/image",
                "deploy/image/stage",
                "deploy/siem/setup",
                "src/bench/conditions",
                "src/bench/flink");
    }
}
