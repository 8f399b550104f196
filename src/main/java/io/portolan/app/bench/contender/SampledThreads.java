package io.portolan.app.bench.contender;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/** A recording of where the threads of this process are, from the start until it is closed; without a start there is none. */
final class SampledThreads implements AutoCloseable {
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(10);

    private final Path file;
    /** Made when it is wanted: what Java needs for it takes part of the time in which a contender starts. */
    private @Nullable Recording recording;

    /**
     * @param file where it is written
     */
    SampledThreads(Path file) {
        this.file = file;
    }

    void start() {
        Recording begun = new Recording();
        begun.enable("jdk.ExecutionSample").withPeriod(BETWEEN_SAMPLES);
        begun.start();
        recording = begun;
    }

    @Override
    public void close() throws IOException {
        if (recording != null) {
            recording.dump(file);
            recording.close();
        }
    }
}
