package io.portolan.alert.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.alert.document.SampleAlerts;
import io.portolan.alert.document.SampleFlows;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortAlert;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EcsDocumentsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EcsSchema schema;

    EcsDocumentsTest() throws IOException {
        schema = EcsSchema.read();
    }

    @TestFactory
    Stream<DynamicTest> everyAlertIsOfThePublishedFieldsAndTypes() {
        return SampleAlerts.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertThat(schema.faults(alert(sample.getValue())))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyFlowIsOfThePublishedFieldsAndTypes() {
        return SampleFlows.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertThat(schema.faults(flow(sample.getValue()))).isEmpty()));
    }

    static Stream<Arguments> changesThatBreakADocument() {
        return Stream.of(
                change("an unknown field", document -> document.put("colour", "red")),
                change(
                        "an unknown field within",
                        document -> object(document, "event").put("colour", "red")),
                change(
                        "a text for a number",
                        document -> object(document, "source").put("port", "1274")),
                change(
                        "a number for a text",
                        document -> object(document, "network").put("iana_number", 6)),
                change("no address", document -> object(document, "source").put("ip", "host")),
                change(
                        "a list that may be none",
                        document -> object(document, "event").putArray("kind").add("alert")),
                change(
                        "no list where one is expected",
                        document -> object(document, "event").put("category", "network")),
                change(
                        "a value that is not allowed",
                        document -> object(document, "event").put("kind", "alarm")),
                change(
                        "a type of another category",
                        document -> object(document, "event").putArray("type").add("creation")),
                change("no time", document -> document.remove("@timestamp")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatBreakADocument")
    void theCheckItselfFindsAFault(String name, Consumer<ObjectNode> change) throws IOException {
        ObjectNode document = (ObjectNode) alert(SampleAlerts.session());

        change.accept(document);

        assertThat(schema.faults(document)).as(name).isNotEmpty();
    }

    @Test
    void theVersionIsThatOfTheFields() {
        assertThat(EcsNetwork.VERSION).isEqualTo(schema.version());
    }

    @Test
    void aSessionIsAnAlertByValue() throws IOException {
        JsonNode document = alert(SampleAlerts.session());

        assertValues(
                document,
                Map.ofEntries(
                        Map.entry("/@timestamp", "2023-11-14T22:13:21.750Z"),
                        Map.entry("/message", "192.0.2.10 answered 198.51.100.7 on port 1274/tcp."),
                        Map.entry("/event/kind", "alert"),
                        Map.entry("/event/action", "story-opened"),
                        Map.entry("/event/outcome", "success"),
                        Map.entry("/event/severity", "4"),
                        Map.entry("/event/risk_score", "85"),
                        Map.entry(
                                "/event/id",
                                "3d0c3f5e-6b8a-4a5f-9f0e-000000001274/192.0.2.10:1274/tcp/1700000000500/0/1700000001750/dc563ff0-8d49-34ea-8859-3c29f8727293"),
                        Map.entry("/event/start", "2023-11-14T22:13:20.500Z"),
                        Map.entry("/event/end", "2023-11-14T22:13:21.750Z"),
                        Map.entry("/event/duration", "1250000000"),
                        Map.entry("/rule/id", "3d0c3f5e-6b8a-4a5f-9f0e-000000001274"),
                        Map.entry("/rule/name", "Port 1274 in use"),
                        Map.entry("/rule/reference", "https://attack.mitre.org/techniques/T1571/"),
                        Map.entry("/threat/framework", "MITRE ATT&CK"),
                        Map.entry("/threat/technique/id/0", "T1571"),
                        Map.entry("/threat/technique/name/0", "Non-Standard Port"),
                        Map.entry("/threat/tactic/id/0", "TA0011"),
                        Map.entry("/threat/tactic/name/0", "Command and Control")));
        assertValues(
                document,
                Map.ofEntries(
                        Map.entry("/source/ip", "198.51.100.7"),
                        Map.entry("/source/port", "51515"),
                        Map.entry("/source/bytes", "412"),
                        Map.entry("/destination/ip", "192.0.2.10"),
                        Map.entry("/destination/port", "1274"),
                        Map.entry("/destination/bytes", "2260"),
                        Map.entry("/client/ip", "198.51.100.7"),
                        Map.entry("/server/ip", "192.0.2.10"),
                        Map.entry("/network/transport", "tcp"),
                        Map.entry("/network/iana_number", "6"),
                        Map.entry("/network/type", "ipv4"),
                        Map.entry("/network/bytes", "2672"),
                        Map.entry("/network/application", "t1distproc"),
                        Map.entry("/observer/name", "eni-1"),
                        Map.entry("/related/ip/0", "198.51.100.7"),
                        Map.entry("/related/ip/1", "192.0.2.10"),
                        Map.entry("/portolan/dedup_key", "3d0c3f5e-6b8a-4a5f-9f0e-000000001274/192.0.2.10:1274/tcp"),
                        Map.entry("/portolan/factors/1/points", "-10"),
                        Map.entry("/portolan/triage/0/command", "ss -tulpn 'sport = :1274'"),
                        Map.entry("/portolan/origin/offset", "42")));
        assertThat(document.at("/network/community_id").asText()).startsWith("1:");
        assertThat(document.at("/related/ip")).hasSize(2);
    }

    @Test
    void theAlertsOfAStoryDifferInTheirIdAndShareTheirKey() throws IOException {
        List<JsonNode> story =
                List.of(alert(SampleAlerts.session()), alert(SampleAlerts.updated()), alert(SampleAlerts.closed()));

        assertThat(story)
                .map(document -> document.at("/portolan/dedup_key").asText())
                .containsOnly(SampleAlerts.session().getDedupKey());
        assertThat(story).map(document -> document.at("/event/id").asText()).doesNotHaveDuplicates();
        assertThat(story)
                .map(document -> document.at("/event/action").asText())
                .containsExactly("story-opened", "story-updated", "story-closed");
        assertThat(story.get(2).at("/event/reason").asText()).isEqualTo("quiet for an hour");
        assertThat(story.get(2).at("/@timestamp").asText()).isEqualTo("2023-11-14T23:23:20.000Z");
    }

    @Test
    void aScanRelatesItsTargets() throws IOException {
        assertThat(alert(SampleAlerts.scan()).at("/related/ip"))
                .map(JsonNode::asText)
                .containsExactly("203.0.113.140", "192.0.2.10", "192.0.2.11", "192.0.2.12");
    }

    @Test
    void subTechniquesStandBelowTheirTechnique() throws IOException {
        JsonNode technique = alert(SampleAlerts.techniques()).at("/threat/technique");

        assertThat(technique.get("id")).map(JsonNode::asText).containsExactly("T1571", "T1090", "T9999");
        assertThat(technique.at("/subtechnique/id")).map(JsonNode::asText).containsExactly("T1090.003");
    }

    @Test
    void aLabelIsNeverAProtocol() {
        Stream<JsonNode> all = Stream.concat(
                SampleAlerts.all().values().stream().map(EcsDocumentsTest::alert),
                SampleFlows.all().values().stream().map(EcsDocumentsTest::flow));

        assertThat(all)
                .isNotEmpty()
                .allSatisfy(
                        document -> assertThat(document.at("/network/protocol").isMissingNode())
                                .isTrue());
    }

    @Test
    void aFlowHasItsSidesAsReportedAndItsRolesAsTold() throws IOException {
        JsonNode reply = flow(SampleFlows.reply());

        assertValues(
                reply,
                Map.of(
                        "/@timestamp", "2023-11-14T22:13:21.750Z",
                        "/event/kind", "event",
                        "/source/ip", "192.0.2.10",
                        "/source/bytes", "2260",
                        "/destination/ip", "198.51.100.7",
                        "/client/ip", "198.51.100.7",
                        "/server/ip", "192.0.2.10",
                        "/server/bytes", "2260",
                        "/network/application", "t1distproc",
                        "/portolan/src/service", "t1distproc"));
        assertThat(reply.at("/network/community_id"))
                .isEqualTo(flow(SampleFlows.session()).at("/network/community_id"));
        assertThat(reply.at("/client").has("bytes")).isFalse();
    }

    @Test
    void untoldRolesAreNotStated() throws IOException {
        JsonNode document = flow(SampleFlows.untold());

        assertThat(document.has("client")).isFalse();
        assertThat(document.has("server")).isFalse();
        assertThat(document.at("/network").has("application")).isFalse();
    }

    @Test
    void aFlowOfBothDirectionsSumsThem() throws IOException {
        JsonNode document = flow(SampleFlows.session());

        assertThat(document.at("/network/bytes").asLong()).isEqualTo(2_672);
        assertThat(document.at("/network/packets").asLong()).isEqualTo(11);
        assertThat(document.at("/event/type")).map(JsonNode::asText).containsExactly("connection", "allowed");
        assertThat(document.at("/event/outcome").asText()).isEqualTo("success");
        assertThat(flow(SampleFlows.largest()).at("/network/bytes").asLong()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatASensorDidNotCountIsNotThere() {
        EnrichedFlow uncounted =
                SampleFlows.leastBuilder().setPackets(0).setBytes(0).build();

        JsonNode document = flow(uncounted);

        assertThat(document.at("/source").has("bytes")).isFalse();
        assertThat(document.at("/network").has("bytes")).isFalse();
    }

    @Test
    void anEndBeforeTheStartHasNoDuration() {
        EnrichedFlow odd = SampleFlows.leastBuilder()
                .setEndTime(Instant.ofEpochMilli(1_600_000_000_000L))
                .build();

        assertThat(flow(odd).at("/event").has("duration")).isFalse();
    }

    @Test
    void aProtocolWithoutPortsHasNone() {
        JsonNode icmp = flow(SampleFlows.portless(58));

        assertThat(icmp.at("/network/transport").asText()).isEqualTo("ipv6-icmp");
        assertThat(icmp.at("/network/type").asText()).isEqualTo("ipv6");
        assertThat(icmp.at("/source").has("port")).isFalse();
        assertThat(icmp.at("/network").has("community_id")).isFalse();
        assertThat(flow(SampleFlows.portless(47)).at("/network/community_id").asText())
                .startsWith("1:");
        assertThat(flow(SampleFlows.portless(253)).at("/network").has("transport"))
                .isFalse();
    }

    @Test
    void noTextOfARecordBecomesAFieldOrLeavesItsPlace() {
        JsonNode plain = flow(SampleFlows.session());
        JsonNode hostile = flow(SampleFlows.hostile());

        assertThat(names(hostile)).isEqualTo(names(plain));
        assertThat(hostile.at("/observer/name").asText()).isEqualTo(SampleAlerts.HOSTILE);
        assertThat(hostile.at("/portolan/attributes")).hasSize(3);
        assertThat(names(alert(SampleAlerts.hostile()).get("portolan")))
                .isSubsetOf(names(alert(SampleAlerts.updated()).get("portolan")));
    }

    private static Set<String> names(JsonNode document) {
        Set<String> names = new TreeSet<>();
        collect("", document, names);
        return names;
    }

    private static void collect(String path, JsonNode node, Set<String> names) {
        node.properties().forEach(entry -> {
            names.add(path + entry.getKey());
            collect(path + entry.getKey() + ".", entry.getValue(), names);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(path, item, names));
        }
    }

    private static void assertValues(JsonNode document, Map<String, String> values) {
        values.forEach(
                (path, value) -> assertThat(document.at(path).asText()).as(path).isEqualTo(value));
    }

    private static Arguments change(String name, Consumer<ObjectNode> change) {
        return Arguments.of(name, change);
    }

    private static ObjectNode object(ObjectNode document, String name) {
        return (ObjectNode) document.get(name);
    }

    private static JsonNode alert(PortAlert alert) {
        return tree(EcsAlert.document(alert));
    }

    private static JsonNode flow(EnrichedFlow flow) {
        return tree(EcsFlow.document(flow));
    }

    private static JsonNode tree(byte[] document) {
        try {
            return MAPPER.readTree(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
