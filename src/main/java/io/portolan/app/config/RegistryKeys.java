package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import org.apache.kafka.common.config.ConfigDef;

/** Where the port registry comes from. */
final class RegistryKeys {
    static final String SITE_PATH = "registry.site.path";
    static final String SOURCE_URL = "registry.source.url";
    static final String SOURCE_PATH = "registry.source.path";
    static final String SOURCE_TIMEOUT = "registry.source.timeout.ms";

    private static final int ONE_MINUTE = 60_000;

    private RegistryKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                SITE_PATH,
                STRING,
                "",
                MEDIUM,
                "A file in the place of the bundled topology/registry/site.csv: a site's own names, which win over"
                        + " IANA's.");
        keys.define(
                SOURCE_URL,
                STRING,
                "https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv",
                LOW,
                "Address that `registry fetch` downloads the port registry from, IANA's or a mirror's: CSV or XML, plain"
                        + " or gzip, 64 MiB at most.");
        keys.define(
                SOURCE_PATH,
                STRING,
                "service-names-port-numbers.csv",
                new ConfigDef.NonEmptyString(),
                LOW,
                "File that `registry fetch` keeps it in. A path that is not absolute begins in the folder where the"
                        + " command runs.");
        keys.define(
                SOURCE_TIMEOUT,
                INT,
                ONE_MINUTE,
                atLeast(1),
                LOW,
                "How long a server of a registry may take to answer, and again to send all of it, in milliseconds.");
    }
}
