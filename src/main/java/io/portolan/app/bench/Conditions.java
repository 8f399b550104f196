package io.portolan.app.bench;

import io.portolan.app.config.PortolanConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.config.ConfigException;

/**
 * Under which conditions all contenders run.
 *
 * @param watched share of flows on a watched port, 0 to 1
 * @param attributes bytes of text that each flow carries beside its fields, 0 or more
 * @param threads of every instance; empty for the job's default
 * @param instances of every contender, each in a process of its own, 1 or more
 * @param restarted whether each ends in the middle of the flows and is started anew without what it had on disk, to be
 *     measured from then on
 * @param registry file of port assignments, in a form of IANA's; empty for the bundled registry
 * @param settings keys of the configuration that are not as by default
 */
public record Conditions(
        double watched,
        int attributes,
        OptionalInt threads,
        int instances,
        boolean restarted,
        Optional<Path> registry,
        Map<String, String> settings) {
    /**
     * Checked before anything is started.
     *
     * @throws IllegalArgumentException if one of them is out of its range
     * @throws ConfigException if the job has no such setting
     */
    public Conditions {
        settings = new PortolanConfig(Map.copyOf(settings)).originalsStrings();
        if (!(watched >= 0 && watched <= 1)) {
            throw new IllegalArgumentException("a share of flows is between 0 and 1, not " + watched);
        }
        if (attributes < 0) {
            throw new IllegalArgumentException("attributes have 0 bytes or more, not " + attributes);
        }
        if (instances < 1) {
            throw new IllegalArgumentException("a contender has 1 instance or more, not " + instances);
        }
    }
}
