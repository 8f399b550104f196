package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.portolan.judge.RuleBook;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** What flows are judged by. */
final class JudgeKeys {
    static final String RULES_PATH = "rules.path";
    static final String RULES_ENABLED = "rules.enabled";
    static final String RULES_RELOAD = "rules.reload.ms";
    static final String FILTERS_PATH = "filters.path";

    private static final int FIVE_SECONDS = 5_000;

    private JudgeKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                RULES_PATH, STRING, "", MEDIUM, "A folder in the place of the bundled topology/rules: other rules.");
        keys.define(
                RULES_ENABLED,
                LIST,
                List.copyOf(RuleBook.ENABLED),
                MEDIUM,
                "Which rules are in force: statuses (stable, test, experimental) and ids of rules. The others watch nothing"
                        + " and cost nothing.");
        keys.define(
                FILTERS_PATH,
                STRING,
                "",
                MEDIUM,
                "A folder of Sigma filters, the site's allow-lists; it may be empty. There are none without it.");
        keys.define(
                RULES_RELOAD,
                LONG,
                (long) FIVE_SECONDS,
                atLeast(0),
                LOW,
                "How often the job looks whether the folders of rules and filters have changed, in milliseconds; 0 is"
                        + " never. What is right replaces the rules at once, what is wrong is logged and left out.");
    }
}
