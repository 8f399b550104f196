package io.portolan.app.logging;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the log of a process is like.
 *
 * @param format how lines are written
 * @param level from which level on there are lines
 */
public record LogSettings(LogFormat format, Level level) {
    /** Key of the format. */
    public static final String FORMAT = "log.format";

    /** Key of the level. */
    public static final String LEVEL = "log.level";

    /** Names of levels, from the few lines to the many. */
    public static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

    /** Format unless another is configured. */
    public static final LogFormat DEFAULT_FORMAT = LogFormat.TEXT;

    /** Level unless another is configured. */
    public static final String DEFAULT_LEVEL = "warn";

    /**
     * The settings of keys that are not checked yet: whoever refuses them wants to say so in the format asked for. What
     * cannot be read is the default.
     */
    public static LogSettings of(Map<String, String> keys) {
        LogFormat format =
                LogFormat.named(keys.getOrDefault(FORMAT, "").strip()).orElse(DEFAULT_FORMAT);
        String level = keys.getOrDefault(LEVEL, DEFAULT_LEVEL).strip().toLowerCase(Locale.ROOT);
        return new LogSettings(format, Level.toLevel(level, Level.WARN));
    }
}
