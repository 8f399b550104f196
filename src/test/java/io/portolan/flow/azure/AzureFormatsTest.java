package io.portolan.flow.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records as they arrive from Kafka, where nothing has cut envelopes up before. */
class AzureFormatsTest {
    private static final String FLOW = "1772355660,192.0.2.4,198.51.100.7,50000,123,U,O,A";

    @Test
    void anEnvelopeIsManyFlowsWithTheIndexOfEachTuple() throws Exception {
        String envelope = envelope(
                record("NetworkSecurityGroupFlowEvent", group("00005E005301", FLOW, "broken", FLOW)),
                record("NetworkSecurityGroupEvent", ""),
                record("FlowLogFlowEvent", group("00005E005302", FLOW)),
                record("NetworkSecurityGroupFlowEvent", group("00005E005303", FLOW)));

        Reading.Flows read = (Reading.Flows) read(envelope);

        assertThat(read.flows())
                .extracting(flow -> flow.observer().orElseThrow())
                .containsExactly("00005E005301", "00005E005301", "00005E005303");
        assertThat(read.parts().get(3)).isEqualTo(new Reading.NotAFlow("category NetworkSecurityGroupEvent"));
        assertThat(read.unreadable())
                .containsExactly(
                        new Reading.Unreadable(1, "a flow tuple has 1 columns, not 8 or 13: broken"),
                        new Reading.Unreadable(
                                4,
                                "category is FlowLogFlowEvent: a flow log of a virtual network, which the format"
                                        + " azure-vnet reads"));
    }

    /** As the samples in Microsoft's documentation have it. */
    @Test
    void anEnvelopeMayStandAmongTheRecordsOfAnother() throws Exception {
        String record = record("NetworkSecurityGroupFlowEvent", group("00005E005301", FLOW));

        Reading.Flows read = (Reading.Flows) read(envelope(record, envelope(record, record)));

        assertThat(read.flows()).hasSize(3);
        assertThat(read.unreadable()).isEmpty();
    }

    @Test
    void recordsOfAListAreReadAsThoseOfAnEnvelope() throws Exception {
        String record = record("NetworkSecurityGroupFlowEvent", group("00005E005301", FLOW));

        assertThat(((Reading.Flows) read("[" + record + "," + record + "]")).flows())
                .hasSize(2);
        assertThat(read("{\"records\":[]}")).isEqualTo(new Reading.NotAFlow("empty record"));
    }

    @Test
    void whatOneGroupSaysIsNotTakenForAnother() throws Exception {
        String record = record(
                "NetworkSecurityGroupFlowEvent",
                "{\"flows\":[" + group("00005E005301", FLOW) + "],\"rule\":\"behind\"},{\"flows\":[" + group("", FLOW)
                        + "]}");

        List<Flow> flows = ((Reading.Flows) read(record)).flows();

        assertThat(flows.get(0).observer()).contains("00005E005301");
        assertThat(flows.get(1).observer()).isEmpty();
    }

    @Test
    void aRecordThatEndsTooEarlyIsNoFlow() {
        String record = record("NetworkSecurityGroupFlowEvent", group("00005E005301", FLOW));

        assertThatThrownBy(() -> read(record.substring(0, record.length() - 3)))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessageStartingWith("not JSON at byte ");
    }

    @Test
    void columnsAreRefused() {
        for (FlowFormat format : List.of(AzureNsgFormat.format(), AzureVnetFormat.format())) {
            assertThatThrownBy(() -> format.parser().apply(List.of("rule")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(format.name() + " has no columns to name");
        }
    }

    private static Reading read(String record) throws UnreadableFlowException {
        FlowParser parser = AzureNsgFormat.format().parser().apply(List.of());
        return parser.read(record.getBytes(StandardCharsets.UTF_8));
    }

    private static String envelope(String... records) {
        return "{\"records\":[" + String.join(",", records) + "]}";
    }

    private static String record(String category, String flows) {
        return "{\"category\":\"" + category + "\",\"properties\":{\"flows\":[" + flows + "]}}";
    }

    private static String group(String mac, String... tuples) {
        String quoted = String.join(
                ",", Stream.of(tuples).map(tuple -> '"' + tuple + '"').toList());
        return "{\"flowTuples\":[" + quoted + "],\"mac\":\"" + mac + "\"}";
    }
}
