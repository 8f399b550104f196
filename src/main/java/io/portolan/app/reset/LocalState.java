package io.portolan.app.reset;

import io.portolan.app.config.PortolanConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * The stores of a job on this machine.
 *
 * @param folder of Kafka Streams' state directory; need not be there
 */
public record LocalState(Path folder) {
    /** The file that Kafka Streams holds locked while it runs. */
    private static final String LOCKED = "kafka-streams-process-metadata";

    /** Where the job of a configuration has its stores. */
    public static LocalState of(PortolanConfig config) {
        Object directory = config.kafka()
                .getOrDefault(
                        StreamsConfig.STATE_DIR_CONFIG,
                        StreamsConfig.configDef().defaultValues().get(StreamsConfig.STATE_DIR_CONFIG));
        return new LocalState(Path.of(directory.toString()).resolve(config.applicationId()));
    }

    /** Whether there is any. */
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /**
     * Deletes it, if there is any.
     *
     * @throws KafkaException if a job on this machine is using it
     * @throws UncheckedIOException if it cannot be deleted
     */
    public void delete() {
        if (!exists()) {
            return;
        }
        checkUnused();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("state in " + folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private void checkUnused() {
        Path file = folder.resolve(LOCKED);
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (lock(channel).isEmpty()) {
                throw new KafkaException("a job on this machine is using its state in " + folder + "; stop it first");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("state in " + folder + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }
}
