package io.portolan.app.job;

import io.portolan.app.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code portolan run} in a process of its own.
 *
 * @param java the process
 */
public record JobProcess(JavaProcess java) implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xmx300m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** Starts one with these keys; folder holds its configuration and its log, by its name. */
    public static JobProcess start(Path folder, String name, Map<String, String> keys) throws IOException {
        return start(folder, name, keys, OPTIONS);
    }

    /** As above, with these options of Java. */
    public static JobProcess start(Path folder, String name, Map<String, String> keys, List<String> options)
            throws IOException {
        StringBuilder text = new StringBuilder();
        keys.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        Path config = Files.writeString(folder.resolve(name + ".properties"), text);
        Path log = folder.resolve(name + ".log");
        return new JobProcess(
                JavaProcess.start(log, options, Main.class, List.of("run", "--config", config.toString())));
    }

    public Process process() {
        return java.process();
    }

    public String text() throws IOException {
        return java.text();
    }

    public List<String> lines() throws IOException {
        return Files.readAllLines(java.log());
    }

    /** Asks it to end (SIGTERM), and returns its exit code if it has ended within ten seconds. */
    public int stop() throws Exception {
        return java.stop(10);
    }

    /** Waits for an end that nobody asks for. */
    public int awaitEnd(int seconds) throws Exception {
        if (!process().waitFor(seconds, TimeUnit.SECONDS)) {
            throw new TimeoutException("the job has not ended: " + text());
        }
        return process().exitValue();
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        java.kill();
    }

    @Override
    public void close() {
        java.close();
    }
}
