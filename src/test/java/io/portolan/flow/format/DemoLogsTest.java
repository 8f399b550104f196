package io.portolan.flow.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample logs hold what the documents say of them. */
class DemoLogsTest {

    @ParameterizedTest
    @CsvSource({
        "zeek-conn, 1174, 0, 7, 6, 'not JSON at byte 249: Unexpected end-of-input in field name'",
        "aws-vpc, 300, 2, 3, 2, 'dstport is 98765, not within 0-65535'",
    })
    void theSampleHasItsFlowsAndOneMalformedLine(
            String name, int flows, int notFlows, int toWatched, int fromWatched, String cause) throws Exception {
        FlowFormat format = FlowFormats.named(name);
        FlowParser parser = format.parser().apply(List.of());
        List<Flow> read = new ArrayList<>();
        List<String> causes = new ArrayList<>();
        int none = 0;
        for (byte[] record : Fixtures.records(format, Path.of("src/main/resources/demo", name + ".log"))) {
            try {
                Reading reading = parser.read(record);
                if (reading instanceof Flow flow) {
                    read.add(flow);
                } else {
                    none++;
                }
            } catch (UnreadableFlowException e) {
                causes.add(e.getMessage());
            }
        }

        assertThat(read).hasSize(flows).allSatisfy(DemoLogsTest::hasDocumentationAddresses);
        assertThat(none).isEqualTo(notFlows);
        assertThat(causes).containsExactly(cause);
        assertThat(read).filteredOn(flow -> flow.dstPort() == 1274).hasSize(toWatched);
        assertThat(read).filteredOn(flow -> flow.srcPort() == 1274).hasSize(fromWatched);
    }

    private static void hasDocumentationAddresses(Flow flow) {
        String documentation = "(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+|2001:db8:.*";
        assertThat(flow.srcAddress()).matches(documentation);
        assertThat(flow.dstAddress()).matches(documentation);
    }
}
