package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that is written by code and checked in: a file, or a part of a Markdown file between {@code <!-- rendered: name
 * -->} and {@code <!-- end: name -->}. A test that holds it equal to the code writes it instead with {@code -Drender}.
 */
public final class Rendered {
    private static final String RENDER = "render";

    private final Path file;
    private final String before;
    private final String after;

    private Rendered(Path file, String before, String after) {
        this.file = file;
        this.before = before;
        this.after = after;
    }

    /** A whole file, which need not be there yet. */
    public static Rendered file(Path file) {
        return new Rendered(file, "", "");
    }

    /** The part of a Markdown file between its two markers, which stand on lines of their own. */
    public static Rendered section(Path file, String name) {
        String text = read(file);
        String start = "<!-- rendered: " + name + " -->\n";
        String end = "<!-- end: " + name + " -->\n";
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf(end);
        assertThat(text).as("%s has a section %s", file, name).contains(start, end);
        assertThat(from).as("%s: section %s begins before it ends", file, name).isLessThanOrEqualTo(to);
        return new Rendered(file, text.substring(0, from), text.substring(to));
    }

    /** Holds what is checked in equal to the given text, or checks that text in. */
    public void isEqualTo(String text) {
        String whole = whole(text);
        if (System.getProperty(RENDER) != null) {
            write(text);
        }
        assertThat(Files.exists(file) ? read(file) : "")
                .as("%s is rendered from the code: run this test with -D%s and look at the difference", file, RENDER)
                .isEqualTo(whole);
    }

    /** Checks the given text in. */
    public void write(String text) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, whole(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String whole(String text) {
        return before + (text.endsWith("\n") ? text : text + "\n") + after;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
