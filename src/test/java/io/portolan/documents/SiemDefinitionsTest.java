package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.portolan.alert.ecs.EcsSchema;
import io.portolan.topology.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What deploy/siem repeats of the views, the topics and the metrics is made of them. */
class SiemDefinitionsTest {
    private static final Path FOLDER = Path.of("deploy/siem");
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Topics topics = Topics.bundled();

    @Test
    void theTemplateOfAlertsHasTheFieldsOfTheView() throws IOException {
        assertTemplate(topics.portAlertsEcs().name(), ViewFields.ofAlerts());
    }

    @Test
    void theTemplateOfFlowsHasTheFieldsOfTheView() throws IOException {
        assertTemplate(topics.enrichedFlowsEcs().name(), ViewFields.ofFlows());
    }

    @Test
    void aRecordWithAllThereIsHasAllFieldsOfTheView() {
        assertThat(ViewFields.ofAlerts())
                .containsKeys(
                        "threat.technique.subtechnique.id",
                        "portolan.assignment.unauthorized_use",
                        "portolan.target_addresses",
                        "server.bytes");
        assertThat(ViewFields.ofFlows())
                .containsKeys(
                        "client.packets", "portolan.dst.names", "portolan.attributes.value", "portolan.tcp_flags");
    }

    @Test
    void theDashboardOfAlertsShowsTheIndexOfTheTopic() {
        SavedObjects objects =
                new SavedObjects("portolan-alerts", topics.portAlertsEcs().name());
        Panels.ofAlerts().forEach(objects::visualization);
        objects.search("alerts", "", Panels.ALERT_COLUMNS);

        Rendered.file(FOLDER.resolve("dashboards/alerts.ndjson")).isEqualTo(objects.text("Portolan: alerts"));
    }

    @Test
    void theDashboardOfFlowsShowsTheIndexOfTheTopic() {
        SavedObjects objects =
                new SavedObjects("portolan-flows", topics.enrichedFlowsEcs().name());
        Panels.ofFlows().forEach(objects::visualization);
        objects.search("flows on watched ports", Panels.FLOW_QUERY, Panels.FLOW_COLUMNS);

        Rendered.file(FOLDER.resolve("dashboards/flows.ndjson")).isEqualTo(objects.text("Portolan: flows"));
    }

    private static void assertTemplate(String topic, Map<String, JsonNode> fields) throws IOException {
        Map<String, Object> template = new IndexTemplate(EcsSchema.read()).of(topic, fields);

        Rendered.file(FOLDER.resolve("index/" + topic + ".template.json"))
                .isEqualTo(MAPPER.writeValueAsString(template));
    }
}
