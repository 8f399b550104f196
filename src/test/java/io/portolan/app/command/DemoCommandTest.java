package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.Main;
import io.portolan.documents.Rendered;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The demo, with everything that it starts. */
class DemoCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theBundledSampleGoesThroughTheWholeJob() {
        StringWriter out = new StringWriter();

        int exitCode = run(out, "demo", "--once");

        assertThat(exitCode).isZero();
        Rendered.section(Path.of("README.md"), "demo").isEqualTo("```\n" + summary(out.toString()) + "```\n");
        assertThat(out.toString())
                .contains("1,478 records read: 1,474 flows labelled, 2 dead letters, 2 without a flow"
                        + " (NODATA 1, header line 1)")
                .contains("On watched ports: 8 COINCIDENCE, 3 PROBE, 7 SESSION")
                .contains("9 alerts of 7 stories")
                .containsPattern("https +SYSTEM +562")
                .containsPattern("ALERT +high +score +\\d+ ");
    }

    @Test
    void logsOfTheUsersOwnAreReplayedCompressedOrNot() throws IOException {
        String header = "version srcaddr dstaddr srcport dstport protocol packets bytes start end action tcp-flags\n";
        Path plain = Files.writeString(
                folder.resolve("vpc.log"),
                header + "5 198.51.100.7 192.0.2.10 51515 1274 6 12 4000 1700000000 1700000060 ACCEPT 3\n");
        Path compressed = folder.resolve("vpc.log.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write((header + "5 192.0.2.20 198.51.100.9 1274 443 6 12 4000 1700000000 1700000060 ACCEPT 3\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        StringWriter out = new StringWriter();

        int exitCode =
                run(out, "demo", "--flows", plain.toString(), compressed.toString(), "--once", "--format", "aws-vpc");

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains("2 records of " + plain + " into topic aws-vpc\n")
                .contains("2 records of " + compressed + " into topic aws-vpc\n")
                .contains("4 records read: 2 flows labelled, 0 dead letters, 2 without a flow (header line 2)")
                .contains("On watched ports: 1 COINCIDENCE, 1 SESSION")
                .contains("\n1 alert of 1 story\n");
    }

    @Test
    void aLogThatIsNotThereIsToldBeforeAnythingStarts() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));

        int exitCode = line.execute("demo", "--flows", "no/such.log", "--format", "zeek-conn");

        assertThat(exitCode).isEqualTo(1);
        assertThat(err).hasToString("portolan: file no/such.log does not exist\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aLogWithoutItsFormatIsAUsageError() {
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));

        int exitCode = line.execute("demo", "--flows", "conn.log");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).startsWith("portolan: --flows and --format go together");
    }

    /** From the line that counts on: what comes before is as it comes. */
    private static String summary(String out) {
        return out.substring(out.indexOf("1,478 records read"));
    }

    private static int run(StringWriter out, String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        return line.execute(arguments);
    }
}
