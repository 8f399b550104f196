package io.portolan.app.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process of this Java and class path, which listens to standard input and ends with it. */
final class Child implements AutoCloseable {
    /**
     * The same heap for all, so that the collector has the same to do; compilers that stay, so that their time can be told;
     * and of each instruction where in the source it is, for a profile.
     */
    static final List<String> JAVA_OPTIONS = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+DebugNonSafepoints");

    private static final long ENDING_SECONDS = 20;
    private static final int LINES_OF_THE_LOG = 15;

    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts one.
     *
     * @param log where its standard error goes
     */
    static Child start(Class<?> main, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        if (Runtime.version().feature() >= 24) {
            // Kafka's clients and RocksDB still use what these versions warn of.
            command.add("--sun-misc-unsafe-memory-access=allow");
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(archive());
        command.add("-Dlogback.configurationFile=logback.xml");
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new Child(builder.start(), log);
    }

    /** That of this process, which the launcher has chosen; without a word of why it does not fit, if it does not. */
    private static List<String> archive() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile=") || option.startsWith("-Xlog:cds"))
                .toList();
    }

    /** Says a line. */
    void say(String line) {
        try {
            orders.write(line);
            orders.newLine();
            orders.flush();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** Its next line. */
    String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw gone(null);
            }
            return line;
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** Lets it end, and returns its last line. */
    String end() {
        try {
            orders.close();
        } catch (IOException e) {
            throw gone(e);
        }
        return answer();
    }

    /** @throws IllegalStateException with the end of its log if it has ended */
    void check() {
        if (!process.isAlive()) {
            throw gone(null);
        }
    }

    /** The failure of one that does not do what it should, with the end of its log. */
    IllegalStateException failure(String what) {
        return new IllegalStateException(what + ": " + tail());
    }

    /** Ends it at once, and returns when it has. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it end, or ends it if that takes too long. */
    @Override
    public void close() {
        try {
            orders.close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private IllegalStateException gone(@Nullable Throwable cause) {
        return new IllegalStateException("a process of the comparison has ended by itself: " + tail(), cause);
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty()
                    ? "it has not said why"
                    : String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES_OF_THE_LOG), lines.size()));
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }
}
