package io.portolan.app.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a process of this Java and class path is started. */
final class JavaCommand {
    /**
     * The same heap for all, so that the collector has the same to do; compilers that stay, so that their time can be told;
     * and of each instruction where in the source it is, for a profile.
     */
    static final List<String> OPTIONS = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+DebugNonSafepoints");

    private JavaCommand() {}

    static ProcessBuilder of(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        if (Runtime.version().feature() >= 24) {
            // Kafka's clients and RocksDB still use what these versions warn of.
            command.add("--sun-misc-unsafe-memory-access=allow");
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(archive());
        command.add("-Dlogback.configurationFile=logback.xml");
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }

    /** That of this process, which the launcher has chosen; without a word of why it does not fit, if it does not. */
    private static List<String> archive() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile=") || option.startsWith("-Xlog:cds"))
                .toList();
    }
}
