package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** What comes in, and the topics. */
final class InputKeys {
    static final String INPUTS = "inputs";
    static final String TOPICS_PATH = "topics.path";

    private InputKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                INPUTS,
                LIST,
                List.of("flow-logs"),
                HIGH,
                "Names of the inputs. Each has the keys `input.<name>.topic` (default: the name), `input.<name>.format`"
                        + " (default: avro) and `input.<name>.fields` (order of the columns, separated by blanks or"
                        + " commas, where a format has columns; default: the format's own).");
        keys.define(
                TOPICS_PATH,
                STRING,
                "",
                MEDIUM,
                "A file in the place of the bundled topology/topics.yaml: other topic names, partitions, retention.");
    }
}
