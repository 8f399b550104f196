package io.portolan.app.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process that the comparison has started. */
final class Child implements AutoCloseable {
    private static final long ENDING_SECONDS = 20;
    private static final int LINES_OF_THE_LOG = 15;

    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final Process process;
    private final String name;
    private final Path log;

    private Child(Process process, String name, Path log) {
        this.process = process;
        this.name = name;
        this.log = log;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts one.
     *
     * @param name what it is called when it fails
     * @param log where the builder sends its standard error
     */
    static Child start(ProcessBuilder builder, String name, Path log) throws IOException {
        return new Child(builder.start(), name, log);
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

    /** The process, for who looks at it from outside. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends it and what it has started at once, and returns when it has. */
    void kill() {
        family().forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it end, or ends it if that takes too long. For one that ends with its standard input. */
    @Override
    public void close() {
        closeOrders();
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it and what it has started to end, and ends at once what takes too long over that. */
    void terminate() {
        List<ProcessHandle> asked = family();
        closeOrders();
        asked.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] ends = asked.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            asked.forEach(ProcessHandle::destroyForcibly);
            kill();
        } catch (InterruptedException e) {
            asked.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    /** A shell does not hand on the signal that ends it. */
    private List<ProcessHandle> family() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    private void closeOrders() {
        try {
            orders.close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    private IllegalStateException gone(@Nullable Throwable cause) {
        return new IllegalStateException(name + " has ended by itself: " + tail(), cause);
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
