package io.portolan.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.alert.document.SampleAlerts;
import io.portolan.alert.document.SampleFlows;
import io.portolan.alert.ecs.EcsAlert;
import io.portolan.alert.ecs.EcsFlow;
import io.portolan.alert.ocsf.OcsfFinding;
import io.portolan.alert.ocsf.OcsfNetworkActivity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/siem.md show the documents that the code makes. */
class SiemDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/siem.md");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String OWN = "portolan";

    static Stream<Arguments> tables() {
        ObjectNode alert = tree(EcsAlert.document(SampleAlerts.updated()));
        ObjectNode flow = tree(EcsFlow.document(SampleFlows.session()));
        JsonNode ownOfAlert = alert.remove(OWN);
        JsonNode ownOfFlow = flow.remove(OWN);
        return Stream.of(
                Arguments.of("ecs-alert", alert),
                Arguments.of("ecs-flow", flow),
                Arguments.of("ocsf-alert", withoutOwn(OcsfFinding.document(SampleAlerts.updated()))),
                Arguments.of("ocsf-flow", withoutOwn(OcsfNetworkActivity.document(SampleFlows.session()))),
                Arguments.of("portolan-alert", ownOfAlert),
                Arguments.of("portolan-flow", ownOfFlow));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void theTableIsThatOfTheDocument(String name, JsonNode document) {
        StringBuilder table = new StringBuilder("| Field | In the example |\n|---|---|\n");
        rows("", document, table);

        Rendered.section(DOCUMENT, name).isEqualTo(table.toString());
    }

    /** A list of objects is shown by its first. */
    private static void rows(String path, JsonNode object, StringBuilder table) {
        object.properties().forEach(entry -> {
            String name = path + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                rows(name + ".", value, table);
            } else if (value.isArray() && value.get(0).isObject()) {
                rows(name + "[].", value.get(0), table);
            } else {
                table.append("| `").append(name).append("` | `").append(value).append("` |\n");
            }
        });
    }

    private static ObjectNode withoutOwn(byte[] event) {
        ObjectNode tree = tree(event);
        tree.remove("unmapped");
        return tree;
    }

    private static ObjectNode tree(byte[] document) {
        try {
            return (ObjectNode) MAPPER.readTree(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
