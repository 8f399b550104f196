package io.portolan.app.config;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** The keys of a definition as a Markdown table. */
final class ConfigTable {
    private ConfigTable() {}

    static String of(ConfigDef definition) {
        return "| key | type | default | what it is |\n|---|---|---|---|\n"
                + definition.configKeys().values().stream()
                        .sorted(Comparator.comparing((ConfigKey key) -> key.name.startsWith(ConfigKeys.KAFKA))
                                .thenComparing(key -> key.name))
                        .map(ConfigTable::row)
                        .collect(Collectors.joining());
    }

    private static String row(ConfigKey key) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        key.name,
                        key.type.name().toLowerCase(Locale.ROOT),
                        value(key),
                        key.documentation.replace("|", "\\|"));
    }

    private static String value(ConfigKey key) {
        String text = ConfigDef.convertToString(key.defaultValue, key.type);
        return text == null || text.isEmpty() ? "" : "`" + text + "`";
    }
}
