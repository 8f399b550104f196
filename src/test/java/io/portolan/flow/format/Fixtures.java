package io.portolan.flow.format;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.LogRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The hand-written logs of a format: every file in its folder. */
public final class Fixtures {
    private static final Path FOLDER = Path.of("src/test/resources/flows");

    private Fixtures() {}

    /** The records of all files, as the format cuts them. */
    static List<byte[]> records(FlowFormat format) throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (Path file : files(format)) {
            records.addAll(records(format, file));
        }
        return records;
    }

    /** The logs in the format's folder. */
    public static List<Path> files(FlowFormat format) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(format.name()))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What the records of a log have to be read as, a line of JSON each. */
    static Path expected(Path log) {
        return log.resolveSibling("expected").resolve(log.getFileName() + ".jsonl");
    }

    /** The records of one file in the format's folder. */
    public static List<byte[]> records(FlowFormat format, String file) throws IOException {
        return records(format, FOLDER.resolve(format.name()).resolve(file));
    }

    public static List<byte[]> records(FlowFormat format, Path file) throws IOException {
        List<byte[]> records = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                LogRecords log = format.file().open(in)) {
            for (Optional<byte[]> next = log.next(); next.isPresent(); next = log.next()) {
                records.add(next.get());
            }
        }
        return records;
    }
}
