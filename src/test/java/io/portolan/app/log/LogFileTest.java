package io.portolan.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flow.LogRecords;
import io.portolan.flow.format.FlowFormats;
import java.io.ByteArrayOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final Flushable NOTHING = () -> {};
    private static final int LINES = 20_000;

    private final AtomicLong read = new AtomicLong();

    @TempDir
    private Path folder;

    @Test
    void atTheEndAllBytesOfAFileWereRead() throws IOException {
        LogFile log = file(text(LINES));

        assertThat(content(log)).isEqualTo(text(LINES));
        assertThat(log.size()).hasValue(read.get());
    }

    @Test
    void ofACompressedFileTheCompressedBytesAreCountedAllMembersOfThem() throws IOException {
        byte[] text = text(LINES);
        LogFile log = file(joined(gzip(text), gzip(text), gzip(new byte[0])));

        assertThat(content(log)).isEqualTo(joined(text, text));
        assertThat(log.size()).hasValue(read.get());
    }

    @Test
    void thePlaceUpToWhichAFileWasReadIsNearItsRecord() throws IOException {
        byte[] text = text(LINES);
        LogFile log = file(text);
        try (LogRecords records = FlowFormats.named("zeek-conn").file().open(log.open(NOTHING, read::addAndGet))) {
            long end = 0;
            for (Optional<byte[]> next = records.next(); next.isPresent(); next = records.next()) {
                end += next.get().length + 1;
                assertThat(read.get()).isBetween(end, end + 4096);
            }
            assertThat(end).isEqualTo(text.length);
        }
    }

    @Test
    void aCompressedFileThatIsCutGivesAllWholeLinesBeforeTheCut() throws IOException {
        byte[] text = text(LINES);
        byte[] whole = gzip(text);
        LogFile log = file(Arrays.copyOf(whole, whole.length / 2));
        List<String> lines = new ArrayList<>();

        assertThatThrownBy(() -> readLines(log, lines))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the gzip data is cut off: it ends before its end mark");

        List<String> all = new String(text, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).isEqualTo(all.subList(0, lines.size())).hasSizeBetween(LINES * 2 / 5, LINES * 3 / 5);
    }

    @Test
    void aHeaderThatIsCutIsACutFile() throws IOException {
        LogFile log = file(Arrays.copyOf(gzip(text(1)), 5));

        assertThatThrownBy(() -> log.open(NOTHING)).hasMessageStartingWith("the gzip data is cut off");
    }

    @Test
    void damageInCompressedDataIsNamed() throws IOException {
        byte[] bytes = gzip(text(LINES));
        Arrays.fill(bytes, 100, 200, (byte) 0xff);
        LogFile log = file(bytes);

        assertThatThrownBy(() -> content(log)).hasMessageStartingWith("the gzip data is damaged: ");
    }

    @Test
    void whatCannotBeReadIsToldBeforeItIsOpened() throws IOException {
        assertThatThrownBy(() -> new LogFile(folder.resolve("missing.log").toString()).check())
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> new LogFile(folder.toString()).check())
                .hasMessage(folder + " is a folder; name the files in it");
        assertThatCode(file(text(1))::check).doesNotThrowAnyException();
    }

    @Test
    @Timeout(20)
    void aNamedPipeIsReadAndALookAtItTakesNothingFromIt() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        LogFile log = new LogFile(pipe.toString());
        log.check();
        Process writer = new ProcessBuilder("sh", "-c", "echo flow > \"$0\"", pipe.toString()).start();

        assertThat(content(log)).isEqualTo("flow\n".getBytes(StandardCharsets.UTF_8));

        assertThat(log.size()).isEmpty();
        assertThat(writer.waitFor()).isZero();
    }

    @Test
    void standardInputHasAPlainNameAndNoSize() throws IOException {
        assertThat(new LogFile("-").name()).isEqualTo("standard input");
        assertThat(new LogFile("-").size()).isEmpty();
    }

    private LogFile file(byte[] bytes) throws IOException {
        return new LogFile(Files.write(folder.resolve("log"), bytes).toString());
    }

    private byte[] content(LogFile log) throws IOException {
        try (InputStream in = log.open(NOTHING, read::addAndGet)) {
            return in.readAllBytes();
        }
    }

    private static void readLines(LogFile log, List<String> lines) throws IOException {
        try (LogRecords records = FlowFormats.named("zeek-conn").file().open(log.open(NOTHING))) {
            for (Optional<byte[]> next = records.next(); next.isPresent(); next = records.next()) {
                lines.add(new String(next.get(), StandardCharsets.UTF_8));
            }
        }
    }

    /** Lines that compress badly. */
    private static byte[] text(int lines) {
        Random random = new Random(1274);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("{\"ts\":").append(random.nextLong()).append("}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
