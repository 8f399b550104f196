package io.portolan.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files of the checkout, without what a build or a tool leaves in it. */
final class Tree {
    static final Path ROOT = Path.of("");

    private Tree() {}

    static List<Markdown> documents() throws IOException {
        List<Markdown> documents = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".md")) {
                documents.add(new Markdown(file, Files.readString(file)));
            }
        }
        return documents;
    }

    /** All files, relative to the root, in order of their names. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return isOurs(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.endsWith(".git")) { // a work tree of git has a file of this name
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return files;
    }

    private static boolean isOurs(Path directory) {
        String name = directory.getFileName().toString();
        return name.equals(".ci") || (!name.startsWith(".") && !name.equals("target"));
    }
}
