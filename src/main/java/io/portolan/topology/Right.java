package io.portolan.topology;

import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * What a user has to be allowed on a resource of the cluster. Kafka takes READ and WRITE to include DESCRIBE.
 *
 * @param resource a topic, group or transactional id, by name or by prefix
 * @param operations one or more, in the order in which they are shown
 */
public record Right(ResourcePattern resource, List<AclOperation> operations) {
    private static final String ANY_HOST = "*";

    public Right {
        operations = List.copyOf(operations);
    }

    /**
     * The entries that give it to a user, from any host.
     *
     * @param principal for example {@code User:portolan}
     */
    public List<AclBinding> allow(String principal) {
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW)))
                .toList();
    }
}
