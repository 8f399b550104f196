package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.reset.JobTopics;
import io.portolan.documents.Rendered;
import io.portolan.topology.JobRights;
import io.portolan.topology.Right;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** The rights of the job are those on the topics of the topology that runs. */
class JobRightsTest {
    private static final Map<String, String> KEYS = Map.of(
            "inputs", "zeek,vpc", "views.alerts", "ecs", "views.flows", "ocsf", "kafka.application.id", "labels");

    @Test
    void everyTopicOfTheTopologyAndNoOtherIsAllowedForWhatIsDoneWithIt() throws Exception {
        try (JobHarness job = JobHarness.start(KEYS)) {
            JobTopics topics = JobTopics.of(job.describe(), "labels");
            Set<String> read = new TreeSet<>(topics.inputs());
            read.addAll(topics.between());
            read.add(job.topics().portRegistry().name());
            Set<String> written = new TreeSet<>(topics.outputs());
            written.addAll(topics.between());

            List<Right> rights = rights(job.config());

            assertThat(names(rights, AclOperation.CREATE)).isSubsetOf(topics.changelogs());
            read.addAll(JobRights.changelogs("labels"));
            written.addAll(JobRights.changelogs("labels"));
            assertThat(names(rights, AclOperation.READ)).isEqualTo(read);
            assertThat(names(rights, AclOperation.WRITE)).isEqualTo(written);
            assertThat(names(rights, AclOperation.CREATE))
                    .containsExactlyInAnyOrderElementsOf(JobRights.changelogs("labels"));
        }
    }

    @Test
    void aResourceIsNamedOnce() {
        List<Right> rights = rights(new PortolanConfig(KEYS));

        assertThat(new HashSet<>(rights.stream().map(Right::resource).toList())).hasSameSizeAs(rights);
    }

    @Test
    void theDocumentListsThemForTheBundledTopics() {
        StringBuilder table = new StringBuilder("| resource | name | operations |\n|---|---|---|\n");
        for (Right right : rights(new PortolanConfig(Map.of()))) {
            boolean prefix = right.resource().patternType() == PatternType.PREFIXED;
            table.append("| %s | %s`%s` | %s |\n"
                    .formatted(
                            right.resource()
                                    .resourceType()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' '),
                            prefix ? "all that begin with " : "",
                            right.resource().name(),
                            right.operations().stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        Rendered.section(Path.of("docs/security.md"), "rights").isEqualTo(table.toString());
    }

    private static List<Right> rights(PortolanConfig config) {
        return JobRights.of(config.topics(), config.inputs(), config.views(), config.applicationId());
    }

    private static Set<String> names(List<Right> rights, AclOperation operation) {
        return rights.stream()
                .filter(right -> right.resource().resourceType() == ResourceType.TOPIC)
                .filter(right -> right.operations().contains(operation))
                .map(right -> right.resource().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
