package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowBuilderTest {
    private static final long TIME = 1_700_000_000_000L;

    private final FlowBuilder builder = new FlowBuilder("test");

    @ParameterizedTest
    @CsvSource({"6, 4, 250", "17, 4, 250", "33, 4, 250", "132, 4, 250", "136, 4, 250", "1, 0, 0", "58, 0, 0", "47, 0, 0"
    })
    void portsOfAProtocolWithoutPortsAreDropped(int protocol, int src, int dst) throws Exception {
        Flow flow = flow().protocol(protocol).ports(4, 250).build();

        assertThat(flow.srcPort()).isEqualTo(src);
        assertThat(flow.dstPort()).isEqualTo(dst);
    }

    @Test
    void aBuilderIsEmptyAfterAFlow() throws Exception {
        flow().protocol(6)
                .ports(51515, 1274)
                .tcpFlags(2)
                .observer("probe")
                .attribute("uid", "C1")
                .build();

        Decoded next = Decoded.of(flow().build());

        assertThat(next.protocol()).isZero();
        assertThat(next.tcpFlags()).isNull();
        assertThat(next.observer()).isNull();
        assertThat(next.attributes()).isEmpty();
    }

    @Test
    void aBuilderIsEmptyAfterARefusal() throws Exception {
        builder.addresses("nowhere", "192.0.2.2").attribute("uid", "C1");
        assertThatExceptionOfType(UnreadableFlowException.class)
                .isThrownBy(builder::build)
                .withMessage("src_address is nowhere, not an IP address");

        assertThat(Decoded.of(flow().build()).attributes()).isEmpty();
    }

    @Test
    void aFlowThatWasBuiltStaysAsItIsWhenTheBuilderIsUsedAgain() throws Exception {
        Flow first = flow().observer("first").build();
        flow().observer("second").build();

        assertThat(first.observer()).contains("first");
    }

    @Test
    void aRecordMadeToBeLargeStaysSmall() throws Exception {
        flow();
        for (int i = 0; i < 1_000; i++) {
            builder.attribute("name-" + i, "x".repeat(10_000));
        }

        Map<String, String> kept = Decoded.of(builder.build()).attributes();

        assertThat(kept).hasSize(96).containsKeys("name-0", "name-95");
        assertThat(kept.values()).allMatch(value -> value.length() == 1_024);
    }

    @Test
    void aTextIsCutBetweenCharactersAndNeverWithinOne() throws Exception {
        String anchors = "a" + "\u2693\ud83e\udded".repeat(1_000);

        String kept = Decoded.of(flow().attribute("text", anchors).build())
                .attributes()
                .get("text");

        assertThat(anchors).startsWith(kept);
        assertThat(kept).hasSizeBetween(1_023, 1_024);
    }

    private FlowBuilder flow() {
        return builder.addresses("192.0.2.1", "192.0.2.2").times(TIME, TIME);
    }
}
