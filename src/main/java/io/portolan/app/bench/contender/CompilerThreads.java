package io.portolan.app.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The threads that compile to machine code, which Java counts in the time of the process and does not list. */
final class CompilerThreads {
    /** Linux has a folder for each process, and in it one for each of its threads (proc(5)). */
    private static final Path PROCESSES = Path.of("/proc");

    private CompilerThreads() {}

    /**
     * Time of the processors that those of a process have taken, nanoseconds; 0 on a system that does not tell, and of a process
     * that has ended.
     */
    static long cpuNanos(long process) {
        Path tasks = PROCESSES.resolve(Long.toString(process)).resolve("task");
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.filter(CompilerThreads::isOne)
                    .mapToLong(CompilerThreads::nanos)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** HotSpot names them C1 and C2 CompilerThread; Linux keeps fifteen characters of it. */
    private static boolean isOne(Path thread) {
        return read(thread.resolve("comm")).contains("CompilerThre");
    }

    private static long nanos(Path thread) {
        String told = read(thread.resolve("schedstat"));
        return told.isEmpty() ? 0 : Long.parseLong(told.substring(0, told.indexOf(' ')));
    }

    /** Nothing, if the thread has ended meanwhile or the kernel was built without these figures. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
