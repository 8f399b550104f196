package io.portolan.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the threads of a process were whenever they were looked at.
 *
 * @param samples a stack each, from the start of its thread to what it was at
 */
record Profile(List<List<String>> samples) {
    private static final List<String> THREADS = List.of("StreamThread", "kafka-producer-network-thread");

    Profile {
        samples = List.copyOf(samples);
    }

    /** Those of the threads that move records, from a recording of the JDK's flight recorder. */
    static Profile of(Path recording) throws IOException {
        List<List<String>> samples = new ArrayList<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (stack != null && movesRecords(event.getThread("sampledThread"))) {
                    samples.add(frames(stack));
                }
            }
        }
        return new Profile(samples);
    }

    private static boolean movesRecords(RecordedThread thread) {
        String name = String.valueOf(thread.getJavaName());
        return THREADS.stream().anyMatch(name::contains);
    }

    private static List<String> frames(RecordedStackTrace stack) {
        List<String> frames = new ArrayList<>(
                stack.getFrames().stream().flatMap(Profile::name).toList());
        Collections.reverse(frames);
        return frames;
    }

    /** Class and method; of a class that was made at run time its number is left out, and what only calls another. */
    private static Stream<String> name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        String type = method.getType().getName();
        return type.contains("$$Lambda") || type.startsWith("java.lang.invoke")
                ? Stream.empty()
                : Stream.of(type + "." + method.getName());
    }
}
