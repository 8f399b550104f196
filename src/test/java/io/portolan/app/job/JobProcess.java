package io.portolan.app.job;

import io.portolan.app.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code portolan run} in a process of its own.
 *
 * @param process that runs
 * @param log what it writes to standard output and error
 */
record JobProcess(Process process, Path log) implements AutoCloseable {
    /** Starts one with these keys; folder holds its configuration and its log, by its name. */
    static JobProcess start(Path folder, String name, Map<String, String> keys) throws IOException {
        StringBuilder text = new StringBuilder();
        keys.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        Path config = Files.writeString(folder.resolve(name + ".properties"), text);
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            command.add("--sun-misc-unsafe-memory-access=allow");
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback.xml",
                Main.class.getName(),
                "run",
                "--config",
                config.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PORTOLAN_"));
        File file = log.toFile();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                .start();
        return new JobProcess(process, log);
    }

    String text() throws IOException {
        return Files.readString(log);
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(log);
    }

    /** Asks it to end (SIGTERM), and returns its exit code if it has ended within ten seconds. */
    int stop() throws Exception {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new TimeoutException("the job has not ended within ten seconds");
        }
        return process.exitValue();
    }

    /** Waits for an end that nobody asks for. */
    int awaitEnd(int seconds) throws Exception {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new TimeoutException("the job has not ended: " + text());
        }
        return process.exitValue();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
