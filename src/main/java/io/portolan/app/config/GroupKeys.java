package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;
import static org.apache.kafka.common.config.ConfigDef.ValidString.in;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** What an operator sets of Kafka Streams who runs several instances. */
final class GroupKeys {
    private GroupKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                ConfigKeys.KAFKA + "group.protocol",
                STRING,
                "classic",
                in("classic", "streams", "auto"),
                MEDIUM,
                "The rebalance protocol: `classic`; `streams`, that of the cluster (KIP-1071), which refuses any change of the"
                        + " inputs so far; `auto`, streams where the cluster has it and no other setting needs classic"
                        + " (docs/operations.md).");
        keys.define(
                ConfigKeys.KAFKA + "num.standby.replicas",
                INT,
                0,
                atLeast(0),
                MEDIUM,
                "Copies of the stores of stories on other instances, so that one of them takes over without reading the"
                        + " changelogs first. With the protocol streams the job sets it at the group on the cluster.");
        keys.define(
                ConfigKeys.KAFKA + "rack.aware.assignment.tags",
                LIST,
                List.of(),
                LOW,
                "Keys of the tags by which standby replicas are spread, for example `zone`; each instance says its own with"
                        + " `kafka.client.tag.zone`. Needs the protocol classic.");
        keys.define(
                ConfigKeys.KAFKA + "client.rack",
                STRING,
                "",
                LOW,
                "The rack or zone of this instance, as the brokers have it in `broker.rack`: what is read is read from the"
                        + " nearest replica, if the cluster lets it.");
    }
}
