package io.portolan.app.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How a process of this Java and class path is started. */
final class JavaCommand {
    /**
     * The same heap for all, so that the collector has the same to do; compilers that stay, so that their time can be told;
     * and of each instruction where in the source it is, for a profile.
     */
    private static final List<String> OPTIONS = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+DebugNonSafepoints");

    /** What the launcher chooses for whoever runs long: how often a method has run before the optimizing compiler takes it. */
    private static final String THRESHOLD = "-XX:Tier4";

    private JavaCommand() {}

    /** Those of all processes, which each contender has. */
    static List<String> options() {
        return options(own());
    }

    /** As above, for a process with these options of its own. */
    static List<String> options(List<String> own) {
        return Stream.concat(OPTIONS.stream(), chosen(own, THRESHOLD)).toList();
    }

    static ProcessBuilder of(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        if (Runtime.version().feature() >= 24) {
            // Kafka's clients and RocksDB still use what these versions warn of.
            command.add("--sun-misc-unsafe-memory-access=allow");
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        // Without a word of why the archive does not fit, if it does not.
        command.addAll(chosen(own(), "-XX:SharedArchiveFile=", "-Xlog:cds").toList());
        command.add("-Dlogback.configurationFile=logback.xml");
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }

    private static List<String> own() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** Of these options those with one of these beginnings, which the launcher has chosen. */
    private static Stream<String> chosen(List<String> own, String... beginnings) {
        return own.stream().filter(option -> Arrays.stream(beginnings).anyMatch(option::startsWith));
    }
}
