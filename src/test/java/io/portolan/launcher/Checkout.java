package io.portolan.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder with the launcher and the sources that it looks at, and beside it a Java and a Maven of the test's own. */
final class Checkout {
    /** Bytes that an archive of the job's classes has, or more. */
    static final long SIZE_OF_A_JOB = 60_000_000;

    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final String MAVEN = """
            #!/bin/sh
            echo "$PWD $*" >>"${0%/*}/calls"
            [ -z "${MAVEN_WAITS_FOR:-}" ] || while [ ! -e "$MAVEN_WAITS_FOR" ]; do sleep 0.1; done
            echo '[INFO] Downloaded from somewhere: one.jar'
            [ ! -e "${0%/*}/broken" ] || { echo '[ERROR] cannot find symbol'; exit 1; }
            echo built >target/portolan.jar
            """;
    private static final String JAVA = """
            #!/bin/sh
            case $* in
                *-XshowSettings*) echo "    java.home = ${0%/bin/java}" >&2 ;;
                -XX:ArchiveClassesAtExit*) echo "$*" >>"${0%/*}/archives"; exit 1 ;;
                *) for argument; do echo "[$argument]"; done; echo "in $PWD"; exit 7 ;;
            esac
            """;

    final Path root;
    final Path tools;
    final Path java;

    /** Lays out a checkout named {@code name} under {@code folder}; nothing is built in it. */
    Checkout(Path folder, String name) throws IOException {
        root = Files.createDirectories(folder.resolve(name));
        tools = Files.createDirectories(folder.resolve("tools"));
        java = folder.resolve("jdk");
        Files.copy(Path.of("portolan"), root.resolve("portolan"));
        executable(root.resolve("portolan"), Files.readString(Path.of("portolan")));
        source("pom.xml");
        source("src/main/java/Main.java");
        source("schemas/flow-log.avsc");
        source("topology/topics.yaml");
        executable(tools.resolve("mvn"), MAVEN);
        executable(java.resolve("bin/java"), JAVA);
        executable(java.resolve("bin/javac"), JAVA);
        javaVersion("17.0.1");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(OLD));
            }
        }
    }

    void javaVersion(String version) throws IOException {
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"N/A\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    void breakBuild() throws IOException {
        Files.createFile(tools.resolve("broken"));
    }

    void withoutMaven() throws IOException {
        Files.delete(tools.resolve("mvn"));
    }

    /** Each call of Maven: the folder it ran in and its arguments. */
    List<String> builds() throws IOException {
        Path calls = tools.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** Each call of Java to lay out classes, if that is all that it is called for: its arguments. */
    List<String> archives() throws IOException {
        return Files.readAllLines(java.resolve("bin/archives"));
    }

    Path archiveOfJob() {
        return root.resolve("target/portolan-job-17.0.1.jsa");
    }

    void writeArchiveOfJob(long size) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(archiveOfJob().toFile(), "rw")) {
            file.setLength(size);
        }
    }

    Path source(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name, UTF_8, StandardOpenOption.CREATE);
    }

    ProcessBuilder command(Path launcher, String... arguments) {
        List<String> command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.getParent().toFile());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().remove("PORTOLAN_JAVA_OPTS");
        return builder;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return Outcome.of(command(root.resolve("portolan"), arguments).start());
    }

    static void executable(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** How a process ended: its exit code, and what it wrote. */
    record Outcome(int exitCode, String output, String errors) {
        static Outcome of(Process process) throws IOException, InterruptedException {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The launcher does not end");
            }
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
            return new Outcome(process.exitValue(), output, errors);
        }
    }
}
