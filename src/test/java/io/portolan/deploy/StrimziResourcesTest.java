package io.portolan.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.config.ConfigSource;
import io.portolan.app.config.PortolanConfig;
import io.portolan.documents.Rendered;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** Strimzi's topics and users are those that the configuration beside them needs. */
class StrimziResourcesTest {
    private static final Path FOLDER = Path.of("deploy/kubernetes/overlays/strimzi");

    private final StrimziResources resources =
            new StrimziResources(new PortolanConfig(ConfigSource.file(FOLDER.resolve("portolan.properties"))));

    @Test
    void theTopicsAreThoseOfTopicsYaml() {
        Rendered.file(FOLDER.resolve("topics.yaml")).isEqualTo(resources.topics());
    }

    @Test
    void theRightsOfTheUsersAreThoseOfTheirWork() {
        Rendered.file(FOLDER.resolve("users.yaml")).isEqualTo(resources.users());
    }

    @Test
    void theJobMayWriteNeitherItsInputNorThePortRegistry() {
        Set<String> written = resources.job().stream()
                .filter(right -> right.resource().resourceType() == ResourceType.TOPIC)
                .filter(right -> right.operations().contains(AclOperation.WRITE))
                .map(right -> right.resource().name())
                .collect(Collectors.toSet());

        assertThat(written).contains("flow-logs-enriched", "port-alerts").doesNotContain("flow-logs", "port-registry");
    }
}
