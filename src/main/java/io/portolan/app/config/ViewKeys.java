package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;

import io.portolan.topology.ViewFormat;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** What is written for a SIEM. */
final class ViewKeys {
    static final String VIEWS_ALERTS = "views.alerts";
    static final String VIEWS_FLOWS = "views.flows";

    private ViewKeys() {}

    static void define(ConfigDef keys) {
        String[] formats =
                Arrays.stream(ViewFormat.values()).map(ViewFormat::text).toArray(String[]::new);
        keys.define(
                VIEWS_ALERTS,
                LIST,
                List.of(),
                ConfigDef.ValidList.in(formats),
                MEDIUM,
                "Formats of a SIEM in which alerts are written too, each to a topic of its own: `ecs`, `ocsf`"
                        + " (docs/siem.md).");
        keys.define(
                VIEWS_FLOWS,
                LIST,
                List.of(),
                ConfigDef.ValidList.in(formats),
                MEDIUM,
                "Formats of a SIEM in which enriched flows are written too, each to a topic of its own: `ecs`, `ocsf`"
                        + " (docs/siem.md).");
    }
}
