package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;
import static org.apache.kafka.common.config.ConfigDef.ValidString.in;

import io.portolan.app.logging.LogFormat;
import io.portolan.app.logging.LogSettings;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** What an operator sets of the process. */
final class OperationKeys {
    static final String OWN_KEYS = "own.kafka.keys";
    static final String FAULT_PATIENCE = "fault.patience.ms";

    private static final int ONE_MINUTE = 60_000;

    private OperationKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                LogSettings.FORMAT,
                STRING,
                LogSettings.DEFAULT_FORMAT.text(),
                in(Arrays.stream(LogFormat.values()).map(LogFormat::text).toArray(String[]::new)),
                MEDIUM,
                "How `run` writes to standard error: `text`, or `json` for one object a line with the field names of the"
                        + " Elastic Common Schema, whatever it has to say.");
        keys.define(
                LogSettings.LEVEL,
                STRING,
                LogSettings.DEFAULT_LEVEL,
                ConfigDef.CaseInsensitiveValidString.in(LogSettings.LEVELS.toArray(String[]::new)),
                MEDIUM,
                "From which level on `run` logs: `error`, `warn`, `info`, `debug`, `trace`. With `warn` the few lines of its own"
                        + " that tell of changes are there as well.");
        keys.define(
                Secrets.PROVIDERS,
                LIST,
                List.of(),
                LOW,
                "Names of Kafka's config providers beside `file`, `directory` and `env`, each with"
                        + " `config.providers.<name>.class` and `config.providers.<name>.param.*` (docs/security.md).");
        keys.define(
                OWN_KEYS,
                LIST,
                List.of(),
                LOW,
                "Keys below `kafka.` that are read by classes of yours, such as an interceptor or a metrics reporter, without"
                        + " `kafka.`; one that ends in `*` stands for all that begin so. Any other that Kafka does not know"
                        + " is an error.");
        keys.define(
                FAULT_PATIENCE,
                LONG,
                15L * ONE_MINUTE,
                atLeast(0),
                MEDIUM,
                "How long a fault that should pass, such as a schema registry that is away, may come again and again before it"
                        + " ends the job, in milliseconds; 0 ends it at the first.");
    }
}
