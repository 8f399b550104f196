package io.portolan.app.job;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;

/**
 * What the cluster says of the job's group.
 *
 * @param streams whether the cluster has the rebalance protocol of streams groups
 * @param members the type of the group, if it has members now
 */
record GroupFacts(boolean streams, Optional<GroupType> members) {
    private static final String FEATURE = "streams.version";

    /**
     * Asks the cluster.
     *
     * @throws RuntimeException if it does not answer
     */
    static GroupFacts of(PortolanConfig config, Admin admin) {
        FinalizedVersionRange version = Clusters.await(
                        config, admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get(FEATURE);
        Optional<GroupType> members = Clusters.await(config, admin.listGroups().valid()).stream()
                .filter(group -> group.groupId().equals(config.applicationId()))
                .filter(GroupFacts::hasMembers)
                .findFirst()
                .flatMap(GroupListing::type);
        return new GroupFacts(version != null && version.maxVersionLevel() > 0, members);
    }

    private static boolean hasMembers(GroupListing group) {
        return group.groupState()
                .filter(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
                .isPresent();
    }
}
