package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;

import io.portolan.alert.story.StorySettings;
import org.apache.kafka.common.config.ConfigDef;

/** When stories are told. */
final class StoryKeys {
    static final String STORY_UPDATE = "story.update.ms";
    static final String STORY_QUIET = "story.quiet.ms";
    static final String STORY_GRACE = "story.grace.ms";
    static final String STORY_MEMORY = "story.memory.ms";
    static final String SCAN_TARGETS = "scan.targets";
    static final String SCAN_WINDOW = "scan.window.ms";

    private StoryKeys() {}

    static void define(ConfigDef keys) {
        StorySettings defaults = StorySettings.defaults();
        ConfigKeys.defineTime(
                keys,
                STORY_UPDATE,
                defaults.update(),
                "How often an open story is told again at most, because of its counts alone. All these times are event"
                        + " times, in milliseconds.");
        ConfigKeys.defineTime(
                keys,
                STORY_QUIET,
                defaults.quiet(),
                "A story ends when nothing was seen for so long; so far apart both directions of a conversation may be reported.");
        ConfigKeys.defineTime(keys, STORY_GRACE, defaults.grace(), "And so much longer, for flow logs that come late.");
        ConfigKeys.defineTime(
                keys,
                STORY_MEMORY,
                defaults.memory(),
                "How long an ended story is remembered; until then its server is not seen for the first time.");
        keys.define(
                SCAN_TARGETS,
                INT,
                defaults.scanTargets(),
                atLeast(2),
                MEDIUM,
                "From so many distinct servers on a client that is not answered is a scanner, and all of its attempts on"
                        + " the port are one story.");
        ConfigKeys.defineTime(
                keys, SCAN_WINDOW, defaults.scanWindow(), "How far apart two attempts of a scanner may be.");
    }
}
