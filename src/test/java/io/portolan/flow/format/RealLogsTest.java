package io.portolan.flow.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that real sensors wrote, where they are at hand; the numbers were counted with awk and Python. */
class RealLogsTest {
    private static final Path LOGS = Path.of("../shared/data/flows");
    private static final Path AWS = LOGS.resolve("aws-vpc/aws-userguide-record-examples.mixed-versions.log");

    /** Of the user guide's sections "TCP flag sequence", "transit gateway" and "Service name, traffic path". */
    private static final String FLAG_SEQUENCE =
            "version vpc-id subnet-id instance-id interface-id account-id type srcaddr"
                    + " dstaddr srcport dstport pkt-srcaddr pkt-dstaddr protocol bytes packets start end action tcp-flags log-status";

    private static final String TRANSIT_GATEWAY =
            "version interface-id account-id vpc-id subnet-id instance-id srcaddr dstaddr"
                    + " srcport dstport protocol tcp-flags type pkt-srcaddr pkt-dstaddr action log-status";
    private static final String TRAFFIC_PATH =
            "version srcaddr dstaddr srcport dstport protocol start end type packets bytes"
                    + " account-id vpc-id subnet-id instance-id interface-id region az-id sublocation-type sublocation-id action"
                    + " tcp-flags pkt-srcaddr pkt-dstaddr pkt-src-aws-service pkt-dst-aws-service traffic-path flow-direction"
                    + " log-status";

    /** What became of the records of a log, and sums over its flows. */
    private static final class Tally {
        private final Map<String, Integer> outcomes = new TreeMap<>();
        private long ports;
        private long packets;
        private long bytes;

        private void read(FlowParser parser, byte[] record) {
            try {
                Reading reading = parser.read(record);
                if (reading instanceof Flow flow) {
                    ports += flow.srcPort() + flow.dstPort();
                    packets += flow.packets();
                    bytes += flow.bytes();
                    outcomes.merge("flow", 1, Integer::sum);
                } else {
                    outcomes.merge(((Reading.NotAFlow) reading).reason(), 1, Integer::sum);
                }
            } catch (UnreadableFlowException e) {
                outcomes.merge(e.getMessage(), 1, Integer::sum);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zeek-json/zat-conn.json.log, 50, 0, 2733477, 236, 41686",
        "zeek-json/evanswj-conn.json.log, 110, 0, 6744374, 161, 14138",
        "zeek-tsv/zat-conn.log, 360, 9, 3842046, 3382, 231691",
    })
    void everyLineOfAZeekLogIsAFlowOrAHeader(String file, int flows, int headers, long ports, long packets, long bytes)
            throws Exception {
        Path log = LOGS.resolve(file);
        assumeTrue(Files.exists(log));
        FlowFormat format = FlowFormats.named("zeek-conn");
        FlowParser parser = format.parser().apply(List.of());
        Tally tally = new Tally();

        for (byte[] record : Fixtures.records(format, log)) {
            tally.read(parser, record);
        }

        assertThat(tally.outcomes.get("flow")).isEqualTo(flows);
        assertThat(tally.outcomes.getOrDefault("header or comment of a Zeek log", 0))
                .isEqualTo(headers);
        assertThat(tally.outcomes.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(flows + headers);
        assertThat(List.of(tally.ports, tally.packets, tally.bytes)).containsExactly(ports, packets, bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "icedid-2023-10-31-eve.json, 84, 150, 4422673, 2601, 412999",
        "magnc-eve.json, 215, 38, 10651869, 904, 87276",
    })
    void everyEventOfSuricataIsAFlowOrPassedOver(
            String file, int flows, int others, long ports, long packets, long bytes) throws Exception {
        Path log = LOGS.resolve("suricata-eve").resolve(file);
        assumeTrue(Files.exists(log));
        FlowFormat format = FlowFormats.named("suricata-eve");
        FlowParser parser = format.parser().apply(List.of());
        Tally tally = new Tally();

        for (byte[] record : Fixtures.records(format, log)) {
            tally.read(parser, record);
        }

        assertThat(tally.outcomes.remove("flow")).isEqualTo(flows);
        assertThat(tally.outcomes.keySet()).allMatch(outcome -> outcome.startsWith("event "));
        assertThat(tally.outcomes.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(others);
        assertThat(List.of(tally.ports, tally.packets, tally.bytes)).containsExactly(ports, packets, bytes);
    }

    @Test
    void theExamplesOfTheAwsUserGuideAreReadInTheOrderThatItPrints() throws Exception {
        assumeTrue(Files.exists(AWS));

        assertThat(aws("", 0, 7).outcomes).isEqualTo(Map.of("flow", 5, "NODATA", 1, "SKIPDATA", 1));
        Tally flags = aws(FLAG_SEQUENCE, 7, 15);
        assertThat(flags.outcomes).isEqualTo(Map.of("flow", 8));
        assertThat(List.of(flags.ports, flags.packets, flags.bytes)).containsExactly(387788L, 17121L, 23462480L);
        assertThat(aws(TRANSIT_GATEWAY, 15, 19).outcomes)
                .isEqualTo(Map.of("start is missing: not a flow of aws-vpc", 4));
        Tally paths = aws(TRAFFIC_PATH, 19, 21);
        assertThat(paths.outcomes).isEqualTo(Map.of("flow", 2));
        assertThat(List.of(paths.packets, paths.bytes)).containsExactly(21L, 15515L);
    }

    @Test
    void linesOfAnotherOrderThanTheDefaultAreRefusedAndNotGuessed() throws Exception {
        assumeTrue(Files.exists(AWS));

        assertThat(aws("", 7, 21).outcomes).doesNotContainKey("flow");
    }

    private static Tally aws(String header, int from, int to) throws IOException {
        FlowParser parser = FlowFormats.named("aws-vpc").parser().apply(List.of());
        Tally tally = new Tally();
        for (String line : Files.readAllLines(AWS).subList(from, to)) {
            tally.read(parser, (header.isEmpty() ? line : header + '\n' + line).getBytes(StandardCharsets.UTF_8));
        }
        return tally;
    }
}
