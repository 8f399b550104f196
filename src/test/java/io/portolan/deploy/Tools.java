package io.portolan.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Programs that check what this program does not read; a test that wants one is skipped where it is missing. */
public final class Tools {
    private Tools() {}

    /** What a command writes to either output; its exit code has to be 0. */
    public static String run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    /** Likewise, with these variables in its environment. */
    public static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        require(command[0]);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), said)
                .isZero();
        return said;
    }

    /** Skips the test that calls it where a program is missing. */
    public static void require(String program) {
        boolean installed = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(installed, "skipped: " + program + " is not on the PATH");
    }
}
