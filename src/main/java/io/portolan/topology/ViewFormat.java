package io.portolan.topology;

import io.portolan.alert.ecs.EcsAlert;
import io.portolan.alert.ecs.EcsFlow;
import io.portolan.alert.ocsf.OcsfFinding;
import io.portolan.alert.ocsf.OcsfNetworkActivity;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortAlert;
import java.util.Locale;

/** The schema of a SIEM, in which alerts and flows are written a second time. */
public enum ViewFormat {
    /** Elastic Common Schema. */
    ECS,
    /** Open Cybersecurity Schema Framework. */
    OCSF;

    /** As the configuration and the names of topics have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte[] document(PortAlert alert) {
        return switch (this) {
            case ECS -> EcsAlert.document(alert);
            case OCSF -> OcsfFinding.document(alert);
        };
    }

    byte[] document(EnrichedFlow flow) {
        return switch (this) {
            case ECS -> EcsFlow.document(flow);
            case OCSF -> OcsfNetworkActivity.document(flow);
        };
    }
}
