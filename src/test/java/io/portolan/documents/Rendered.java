package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A text that is written by code and checked in: a file, or a part of a Markdown file between {@code <!-- rendered: name
 * -->} and {@code <!-- end: name -->}. A test that holds it equal to the code writes it instead with {@code -Drender}.
 */
public final class Rendered {
    private static final String RENDER = "render";
    /** Tests run in several processes, and several write parts of one file. */
    private static final Path LOCK = Path.of("target/render.lock");

    private final Path file;
    private final String start;
    private final String end;

    private Rendered(Path file, String start, String end) {
        this.file = file;
        this.start = start;
        this.end = end;
    }

    /** A whole file, which need not be there yet. */
    public static Rendered file(Path file) {
        return new Rendered(file, "", "");
    }

    /** The part of a Markdown file between its two markers, which stand on lines of their own. */
    public static Rendered section(Path file, String name) {
        return new Rendered(file, "<!-- rendered: " + name + " -->\n", "<!-- end: " + name + " -->\n");
    }

    /** Holds what is checked in equal to the given text, or checks that text in. */
    public void isEqualTo(String text) {
        if (System.getProperty(RENDER) != null) {
            write(text);
        }
        String old = Files.exists(file) ? read() : "";
        assertThat(old)
                .as("%s is rendered from the code: run this test with -D%s and look at the difference", file, RENDER)
                .isEqualTo(with(text, old));
    }

    /** Checks the given text in. */
    public void write(String text) {
        try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, with(text, Files.exists(file) ? read() : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String with(String text, String old) {
        String part = text.endsWith("\n") ? text : text + "\n";
        if (start.isEmpty()) {
            return part;
        }
        assertThat(old).as("%s has this section", file).containsSubsequence(start, end);
        return old.substring(0, old.indexOf(start) + start.length()) + part + old.substring(old.indexOf(end));
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
