package io.portolan.app.job;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Standby replicas of a streams group, whose number is a setting of the group on the cluster and none of its members. */
final class Standbys {
    private static final Logger LOG = LoggerFactory.getLogger(Standbys.class);
    private static final String SETTING = "streams.num.standby.replicas";

    private Standbys() {}

    /** Sets their number; a job that may not still runs, without them. */
    static void set(PortolanConfig config, Admin admin, int number) {
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, config.applicationId());
        AlterConfigOp set =
                new AlterConfigOp(new ConfigEntry(SETTING, Integer.toString(number)), AlterConfigOp.OpType.SET);
        try {
            Clusters.await(
                    config,
                    admin.incrementalAlterConfigs(Map.of(group, List.of(set))).all());
        } catch (KafkaException e) {
            LOG.warn(
                    "The number of standby replicas stays as the cluster has it: {}; somebody who may can set it with:"
                            + " kafka-configs.sh --alter --entity-type groups --entity-name {} --add-config {}={}",
                    e.getMessage(),
                    config.applicationId(),
                    SETTING,
                    number);
        }
    }
}
