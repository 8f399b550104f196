package io.portolan.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.portolan.app.logging.LogFormat;
import io.portolan.app.logging.LogSettings;
import io.portolan.app.logging.ProcessLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutACommandTheCommandsAreListed() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("Usage: portolan [-hV] [--verbose] COMMAND")
                .contains("  demo ", "  run ", "  label ", "  port ", "  registry ", "  topics ", "  schemas ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpIsNoError() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: portolan");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheOneThatWasMeant() {
        assertThat(run("lable")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("portolan: Unmatched argument at index 0: 'lable'")
                .contains("label");
    }

    @Test
    void anUnknownKeyIsToldInOneLineAndWithTheStackOnRequest() {
        assertThat(run("run", "--config", "no/such.properties")).isEqualTo(1);
        assertThat(err).hasToString("portolan: configuration file no/such.properties does not exist\n");

        assertThat(run("run", "--config", "no/such.properties", "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat io.portolan.app.config.ConfigSource.file");
    }

    @Test
    void aPieceOfAMisspeltLoginIsNotShown() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.properties"),
                "kafka.security.protocol=SASL_PLAINTEXT\nkafka.sasl.jaas.config=login hunter2 correct-horse\n");

        assertThat(run("run", "--config", file.toString())).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("portolan: ")
                .contains("kafka.sasl.jaas.config")
                .doesNotContain("hunter2", "horse");
    }

    /** The command run sets the log of the whole process. */
    @AfterEach
    void restoreTheLog() {
        ProcessLog.apply(new LogSettings(LogFormat.TEXT, Level.ERROR));
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
