package io.portolan.app.bench.contender;

import io.portolan.app.config.PortolanConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A program that is not in Portolan's jar: a command for the shell, whose environment says what it has to do. It writes a record
 * for each flow until it is terminated.
 *
 * @param text its name
 * @param command for {@code sh -c}
 */
public record Beside(String text, String command) implements Entrant {
    /** Names of files and columns are made of it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final String PREFIX = "PORTOLAN_BENCH_";

    /** @throws IllegalArgumentException if it cannot be called so, or there is nothing to run */
    public Beside {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a program beside has a name of letters, digits, dots and dashes, not '%s'".formatted(text));
        }
        if (Arrays.stream(Contender.values()).anyMatch(own -> own.text().equals(text))) {
            throw new IllegalArgumentException("%s is a contender of the comparison's own".formatted(text));
        }
        if (command.isBlank()) {
            throw new IllegalArgumentException("there is no command for %s".formatted(text));
        }
    }

    /**
     * One from the command line.
     *
     * @throws IllegalArgumentException if it is not {@code NAME=COMMAND}
     */
    public static Beside parse(String told) {
        int middle = told.indexOf('=');
        if (middle < 0) {
            throw new IllegalArgumentException("a program beside is told as NAME=COMMAND, not '%s'".formatted(told));
        }
        return new Beside(told.substring(0, middle), told.substring(middle + 1));
    }

    /** Half of them: with these a job of Flink takes about as long as Portolan with all. */
    @Override
    public double share() {
        return 0.5;
    }

    /**
     * What its process is told.
     *
     * @param properties file of the keys of this configuration
     * @param javaOptions that contenders in Java run with
     * @param instance its number among those of the same work, from 1
     */
    public static Map<String, String> environment(
            PortolanConfig config, Path properties, List<String> javaOptions, int instance) {
        Map<String, String> told = new HashMap<>();
        told.put(PREFIX + "BOOTSTRAP_SERVERS", config.brokers());
        told.put(
                PREFIX + "SCHEMA_REGISTRY_URL",
                String.valueOf(config.schemaRegistry().get("schema.registry.url")));
        told.put(PREFIX + "FROM", config.topics().flowLogs().name());
        told.put(PREFIX + "TO", config.topics().enrichedFlows().name());
        told.put(PREFIX + "REGISTRY_TOPIC", config.topics().portRegistry().name());
        told.put(PREFIX + "GROUP", config.applicationId());
        told.put(PREFIX + "THREADS", Integer.toString(config.threads()));
        told.put(PREFIX + "INSTANCE", Integer.toString(instance));
        told.put(PREFIX + "PROPERTIES", properties.toString());
        told.put(PREFIX + "JAVA_OPTIONS", String.join(" ", javaOptions));
        return told;
    }
}
