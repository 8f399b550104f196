package io.portolan.alert.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.alert.document.SampleAlerts;
import io.portolan.alert.document.SampleFlows;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortAlert;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OcsfDocumentsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final OcsfSchema schema;

    OcsfDocumentsTest() throws IOException {
        schema = OcsfSchema.read();
    }

    @TestFactory
    Stream<DynamicTest> everyAlertIsOfThePublishedAttributesAndTypes() {
        return SampleAlerts.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertThat(schema.faults(alert(sample.getValue())))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyFlowIsOfThePublishedAttributesAndTypes() {
        return SampleFlows.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertThat(schema.faults(flow(sample.getValue()))).isEmpty()));
    }

    static Stream<Arguments> changesThatBreakAnEvent() {
        return Stream.of(
                change("an unknown attribute", event -> event.put("colour", "red")),
                change(
                        "an unknown attribute within",
                        event -> object(event, "metadata").put("colour", "red")),
                change(
                        "an attribute of a profile that is not named",
                        event -> object(event, "metadata").remove("profiles")),
                change("a missing attribute that is required", event -> event.remove("time")),
                change(
                        "a missing one within",
                        event -> object(event, "finding_info").remove("uid")),
                change("a text for a number", event -> event.put("time", "now")),
                change("a number that is too large", event -> event.put("count", Long.MAX_VALUE)),
                change("no list where one is expected", event -> event.put("evidences", "none")),
                change("a number of no meaning", event -> event.put("severity_id", 7)),
                change("a text that is not the number's", event -> event.put("severity", "Low")),
                change("a type of another class", event -> event.put("type_uid", 400_101)),
                change(
                        "an evidence of nothing",
                        event -> event.putArray("evidences").addObject()),
                change("another class", event -> event.put("class_uid", 2001)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatBreakAnEvent")
    void theCheckItselfFindsAFault(String name, Consumer<ObjectNode> change) {
        ObjectNode event = (ObjectNode) alert(SampleAlerts.session());

        change.accept(event);

        assertThat(schema.faults(event)).as(name).isNotEmpty();
    }

    @Test
    void theVersionIsThatOfTheAttributes() {
        assertThat(OcsfClass.VERSION).isEqualTo(schema.version());
    }

    @Test
    void aSessionIsAFindingByValue() {
        JsonNode event = alert(SampleAlerts.session());

        assertValues(
                event,
                Map.ofEntries(
                        Map.entry("/class_uid", "2004"),
                        Map.entry("/category_uid", "2"),
                        Map.entry("/type_uid", "200401"),
                        Map.entry("/type_name", "Detection Finding: Create"),
                        Map.entry("/activity_id", "1"),
                        Map.entry("/severity_id", "4"),
                        Map.entry("/status_id", "1"),
                        Map.entry("/time", "1700000001750"),
                        Map.entry("/start_time", "1700000000500"),
                        Map.entry("/count", "1"),
                        Map.entry("/is_alert", "true"),
                        Map.entry("/risk_score", "85"),
                        Map.entry(
                                "/risk_details",
                                "the server answered (+40); who is the server is less than 90 % sure (-10)"),
                        Map.entry("/message", "192.0.2.10 answered 198.51.100.7 on port 1274/tcp."),
                        Map.entry("/metadata/product/name", "Portolan"),
                        Map.entry("/metadata/log_source", "eni-1"),
                        Map.entry(
                                "/metadata/uid",
                                "3d0c3f5e-6b8a-4a5f-9f0e-000000001274/192.0.2.10:1274/tcp/1700000000500/0/1700000001750/dc563ff0-8d49-34ea-8859-3c29f8727293")));
        assertValues(
                event,
                Map.ofEntries(
                        Map.entry("/finding_info/uid", SampleAlerts.session().getDedupKey()),
                        Map.entry("/finding_info/title", "Port 1274 in use"),
                        Map.entry("/finding_info/analytic/type_id", "1"),
                        Map.entry("/finding_info/created_time", "1700000001750"),
                        Map.entry("/finding_info/first_seen_time", "1700000000500"),
                        Map.entry("/finding_info/last_seen_time", "1700000001750"),
                        Map.entry("/finding_info/attacks/0/technique/uid", "T1571"),
                        Map.entry("/attacks/0/technique/name", "Non-Standard Port"),
                        Map.entry("/attacks/0/tactic/uid", "TA0011"),
                        Map.entry("/evidences/0/src_endpoint/ip", "198.51.100.7"),
                        Map.entry("/evidences/0/src_endpoint/port", "51515"),
                        Map.entry("/evidences/0/dst_endpoint/ip", "192.0.2.10"),
                        Map.entry("/evidences/0/connection_info/protocol_name", "tcp"),
                        Map.entry("/observables/0/name", "evidences[0].src_endpoint.ip"),
                        Map.entry("/observables/0/value", "198.51.100.7"),
                        Map.entry("/observables/2/value", "1274"),
                        Map.entry(
                                "/remediation/desc",
                                "Find the process that owns port 1274 of the server:\nLinux (ss): ss -tulpn 'sport = :1274'"),
                        Map.entry("/remediation/references/1", "https://www.iana.org/"),
                        Map.entry("/enrichments/0/data/names/0", "t1distproc"),
                        Map.entry("/unmapped/portolan/verdict", "SESSION")));
        assertThat(event.at("/evidences/0/dst_endpoint").has("svc_name")).isFalse();
    }

    @Test
    void theAlertsOfAStoryAreOneFindingThatIsCreatedUpdatedAndClosed() {
        JsonNode updated = alert(SampleAlerts.updated());
        JsonNode closed = alert(SampleAlerts.closed());

        assertThat(updated.at("/finding_info/uid")).isEqualTo(closed.at("/finding_info/uid"));
        assertValues(
                updated,
                Map.of(
                        "/activity_name", "Update",
                        "/status", "New",
                        "/status_detail", "another client",
                        "/finding_info/modified_time", "1700000600000"));
        assertThat(updated.at("/finding_info").has("created_time")).isFalse();
        assertValues(
                closed,
                Map.of(
                        "/activity_name", "Close",
                        "/status_id", "99",
                        "/status", "Quiet",
                        "/is_alert", "false",
                        "/count", Integer.toString(Integer.MAX_VALUE)));
        assertThat(closed.at("/unmapped/portolan/flows").asLong()).isEqualTo(3_000_000_000L);
    }

    @Test
    void furtherClientsAndTargetsAreEvidence() {
        JsonNode clients = alert(SampleAlerts.updated()).at("/evidences");
        JsonNode targets = alert(SampleAlerts.scan()).at("/evidences");

        assertThat(clients)
                .map(item -> item.at("/src_endpoint/ip").asText())
                .containsExactly("198.51.100.7", "198.51.100.8");
        assertThat(targets).map(item -> item.at("/src_endpoint/ip").asText()).containsOnly("203.0.113.140");
        assertThat(targets)
                .map(item -> item.at("/dst_endpoint/ip").asText())
                .containsExactly("192.0.2.10", "192.0.2.11", "192.0.2.12");
    }

    @Test
    void aSubTechniqueStandsBesideItsTechnique() {
        JsonNode attacks = alert(SampleAlerts.techniques()).at("/attacks");

        assertThat(attacks)
                .map(attack -> attack.at("/technique/uid").asText())
                .containsExactly("T1571", "T1090", "T9999");
        assertThat(attacks.get(1).at("/sub_technique/uid").asText()).isEqualTo("T1090.003");
    }

    @Test
    void theInitiatorIsTheSourceWhereRolesAreTold() {
        JsonNode reply = flow(SampleFlows.reply());

        assertValues(
                reply,
                Map.of(
                        "/class_uid", "4001",
                        "/src_endpoint/ip", "198.51.100.7",
                        "/dst_endpoint/ip", "192.0.2.10",
                        "/dst_endpoint/port", "1274",
                        "/initiator_id", "1",
                        "/traffic/bytes_in", "2260",
                        "/traffic/bytes", "2260",
                        "/enrichments/1/name", "dst_endpoint.port",
                        "/enrichments/1/value", "1274",
                        "/enrichments/1/data/service", "t1distproc"));
        assertThat(reply.at("/traffic").has("bytes_out")).isFalse();
        assertThat(reply.at("/connection_info").has("tcp_flags"))
                .as("flags are those of the record's source, which is not this one")
                .isFalse();
        assertThat(reply.at("/connection_info/community_uid"))
                .isEqualTo(flow(SampleFlows.session()).at("/connection_info/community_uid"));
    }

    @Test
    void noInitiatorIsNamedOnAGuessOrOnNothing() {
        JsonNode guess = flow(SampleFlows.udp6());
        JsonNode untold = flow(SampleFlows.untold());

        assertValues(guess, Map.of("/initiator_id", "0", "/connection_info/protocol_ver_id", "6"));
        assertValues(untold, Map.of("/initiator_id", "0", "/src_endpoint/ip", "198.51.100.7"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, 6",
        "ATTEMPT, 4",
        "REJECTED, 5",
        "ESTABLISHED, 6",
        "CLOSED, 2",
        "RESET, 3",
        "PARTIAL, 6",
    })
    void theStateIsTheActivity(String state, int activity) {
        assertThat(flow(SampleFlows.all().get("state " + state))
                        .at("/activity_id")
                        .asInt())
                .isEqualTo(activity);
    }

    @Test
    void aFilterThatSaidNothingTookNoAction() {
        JsonNode refused = flow(SampleFlows.all().get("action REJECT"));
        JsonNode silent = flow(SampleFlows.all().get("action UNKNOWN"));

        assertValues(refused, Map.of("/action_id", "2", "/disposition_id", "2", "/status_id", "2"));
        assertThat(silent.has("action_id")).isFalse();
        assertThat(silent.at("/metadata").has("profiles")).isFalse();
    }

    @Test
    void icmpHasNoPortsAndSoNoLabels() {
        JsonNode icmp = flow(SampleFlows.portless(1));

        assertThat(icmp.has("enrichments")).isFalse();
        assertThat(icmp.at("/src_endpoint").has("port")).isFalse();
        assertThat(icmp.at("/observables")).hasSize(2);
    }

    @Test
    void aHostileTextStaysAText() {
        assertValues(
                flow(SampleFlows.hostile()),
                Map.of(
                        "/metadata/log_source", SampleAlerts.HOSTILE,
                        "/enrichments/1/data/service", SampleAlerts.HOSTILE));
        assertThat(flow(SampleFlows.hostile()).at("/unmapped/portolan/attributes"))
                .hasSize(3);
    }

    private static void assertValues(JsonNode event, Map<String, String> values) {
        values.forEach(
                (path, value) -> assertThat(event.at(path).asText()).as(path).isEqualTo(value));
    }

    private static Arguments change(String name, Consumer<ObjectNode> change) {
        return Arguments.of(name, change);
    }

    private static ObjectNode object(ObjectNode event, String name) {
        return (ObjectNode) event.get(name);
    }

    private static JsonNode alert(PortAlert alert) {
        return tree(OcsfFinding.document(alert));
    }

    private static JsonNode flow(EnrichedFlow flow) {
        return tree(OcsfNetworkActivity.document(flow));
    }

    private static JsonNode tree(byte[] document) {
        try {
            return MAPPER.readTree(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
