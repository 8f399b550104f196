package io.portolan.alert.ocsf;

import io.portolan.alert.document.Json;
import io.portolan.schema.PortAlert;
import io.portolan.schema.RuleReference;
import io.portolan.schema.StoryPhase;
import java.time.Instant;

/** The object {@code finding_info}: what all alerts of a story have in common, and when they were seen. */
final class FindingInfo {
    private static final int RULE = 1;

    private FindingInfo() {}

    static void write(Json json, PortAlert alert, Instant time) {
        RuleReference rule = alert.getRule();
        json.object("finding_info", info -> {
            info.text("uid", alert.getDedupKey());
            info.text("title", rule.getTitle());
            info.text("desc", rule.getDescription());
            info.number(alert.getPhase() == StoryPhase.OPENED ? "created_time" : "modified_time", time.toEpochMilli());
            info.number("first_seen_time", alert.getFirstSeen().toEpochMilli());
            info.number("last_seen_time", alert.getLastSeen().toEpochMilli());
            info.object("analytic", analytic -> {
                analytic.number("type_id", RULE);
                analytic.text("type", "Rule");
                analytic.text("uid", rule.getId());
                analytic.text("name", rule.getTitle());
            });
            OcsfAttack.write(info, rule);
        });
    }
}
