package io.portolan.flow.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.LogRecords;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of a long log is accounted for, and what the flows add up to is what was put in. */
class ConnLogTest {
    private static final int LINES = 100_000;
    private static final long SEED = 9_995;

    private final FlowFormat format = ZeekConnFormat.format();
    private final FlowParser parser = format.parser().apply(List.of());
    private long flows;
    private long unreadable;
    private long headers;
    private long ports;
    private long packets;
    private long bytes;

    @ParameterizedTest(name = "JSON: {0}")
    @ValueSource(booleans = {false, true})
    void eachLineIsAFlowOrAHeaderOrUnreadableAndTheSumsAreRight(boolean json) throws Exception {
        ConnLog log = ConnLog.of(LINES, SEED, json);

        try (LogRecords records =
                format.file().open(new ByteArrayInputStream(log.text().getBytes(StandardCharsets.US_ASCII)))) {
            for (Optional<byte[]> next = records.next(); next.isPresent(); next = records.next()) {
                count(next.get());
            }
        }

        assertThat(log.lines()).isGreaterThanOrEqualTo(LINES);
        assertThat(List.of(flows, headers, unreadable)).containsExactly(log.flows(), log.headers(), log.malformed());
        assertThat(List.of(ports, packets, bytes)).containsExactly(log.ports(), log.packets(), log.bytes());
    }

    private void count(byte[] record) {
        try {
            Reading reading = parser.read(record);
            if (reading instanceof Flow flow) {
                flows++;
                ports += flow.srcPort() + flow.dstPort();
                packets += flow.packets();
                bytes += flow.bytes();
            } else {
                assertThat(reading).isInstanceOf(Reading.NotAFlow.class);
                headers++;
            }
        } catch (UnreadableFlowException e) {
            unreadable++;
        }
    }
}
