package io.portolan.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/** A file system of a few megabytes in memory, which can be filled up. It has to be mounted, which most users may not. */
final class SmallDisk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Mounts one on a folder that it makes; a test ends as skipped where that is not possible. */
    static SmallDisk mount(Path folder, int megabytes) throws Exception {
        Files.createDirectories(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        Assumptions.assumeTrue(mounted, "a disk that is full needs the right to mount one: run it as root on Linux");
        return new SmallDisk(folder);
    }

    /** Takes all the room that is left. */
    void fill() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream file = Files.newOutputStream(ballast)) {
            while (room() > 0) {
                file.write(megabyte, 0, (int) Math.min(room(), megabyte.length));
            }
        } catch (IOException e) {
            if (room() > 0) {
                throw e;
            }
        }
    }

    /** Gives the room back. */
    void clear() throws IOException {
        Files.delete(ballast);
    }

    /** Bytes that are left. */
    private long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Waits for processes that have just been ended, as a disk in use cannot be taken away. */
    @Override
    public void close() {
        await().atMost(PATIENCE).until(() -> run("umount", folder.toString()));
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
