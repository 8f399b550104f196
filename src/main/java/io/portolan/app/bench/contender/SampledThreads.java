package io.portolan.app.bench.contender;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.jspecify.annotations.Nullable;

/** A recording of where the threads of this process are, from its start until it is closed; unless it was prepared there is none. */
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

    void prepare() {
        Recording prepared = new Recording();
        prepared.enable("jdk.ExecutionSample").withPeriod(BETWEEN_SAMPLES);
        recording = prepared;
    }

    void start() {
        Objects.requireNonNull(recording, "prepared").start();
    }

    @Override
    public void close() throws IOException {
        if (recording == null) {
            return;
        }
        if (recording.getState() == RecordingState.RUNNING) {
            recording.dump(file);
        }
        recording.close();
    }
}
