package io.portolan.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The processes of a comparison, so that all of them can be ended at once. For several threads. */
final class Children {
    private final List<Child> started = new ArrayList<>();
    private boolean stopped;

    /**
     * Starts one more, of this Java and class path.
     *
     * @param log where its standard error goes
     * @throws CancellationException if no more are wanted
     */
    Child start(Class<?> main, List<String> arguments, Path log) throws IOException {
        ProcessBuilder builder = JavaCommand.of(main, arguments).redirectError(log.toFile());
        return start(builder, "a process of the comparison", log);
    }

    /**
     * Starts one more.
     *
     * @param name what it is called when it fails
     * @param log where the builder sends its standard error
     * @throws CancellationException if no more are wanted
     */
    synchronized Child start(ProcessBuilder builder, String name, Path log) throws IOException {
        check();
        Child child = Child.start(builder, name, log);
        started.add(child);
        return child;
    }

    /** @throws CancellationException if no more are wanted */
    synchronized void check() {
        if (stopped) {
            throw new CancellationException("the comparison was stopped");
        }
    }

    /** Ends those that run, and starts no more. */
    synchronized void stop() {
        stopped = true;
        started.forEach(Child::kill);
    }
}
