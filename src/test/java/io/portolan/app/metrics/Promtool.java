package io.portolan.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prometheus' own checks of an exposition, of rules and of their tests. A test that asks it is skipped where it is not installed. */
public final class Promtool {
    private static final String NAME = "promtool";

    private Promtool() {}

    /** What it complains of, a line each; it refuses a text that it cannot read as a whole. */
    public static List<String> complaints(Path folder, String scrape) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "promtool is not installed");
        Path in = Files.writeString(folder.resolve("scrape.txt"), scrape);
        Path out = folder.resolve("promtool.txt");
        Process process = new ProcessBuilder(NAME, "check", "metrics")
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(out);
        // 3 is for findings of style only.
        assertThat(process.exitValue()).as("%s", lines).isIn(0, 3);
        return lines;
    }

    /** Has it check files, and expects that it finds nothing wrong. */
    public static void accepts(Path folder, String... arguments) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "promtool is not installed");
        Path out = folder.resolve("promtool.txt");
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(NAME), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, NAME)));
    }
}
