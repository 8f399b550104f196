package io.portolan.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.deploy.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus' own check of an exposition. A test that asks it is skipped where it is not installed. */
public final class Promtool {
    private static final String NAME = "promtool";

    private Promtool() {}

    /** What it complains of, a line each; it refuses a text that it cannot read as a whole. */
    public static List<String> complaints(Path folder, String scrape) throws IOException, InterruptedException {
        Tools.require(NAME);
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
}
