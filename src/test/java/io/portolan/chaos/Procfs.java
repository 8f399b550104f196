package io.portolan.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux says of a process. */
final class Procfs {
    private Procfs() {}

    /** The most memory that it ever held, in KiB. */
    static long peakMemoryKb(long pid) throws IOException {
        return status(pid, "VmHWM:");
    }

    /** The memory that it holds, in KiB. */
    static long memoryKb(long pid) throws IOException {
        return status(pid, "VmRSS:");
    }

    static long threads(long pid) throws IOException {
        return status(pid, "Threads:");
    }

    /** Files and sockets that it has open. */
    static long handles(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.count();
        }
    }

    private static long status(long pid, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            String line =
                    lines.filter(each -> each.startsWith(name)).findFirst().orElseThrow();
            return Long.parseLong(line.substring(name.length()).strip().split("\\s+", 2)[0]);
        }
    }
}
