package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.FlowState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoWayTcpTest {
    private static final String FLAGS = "FSRPA";

    @ParameterizedTest
    @CsvSource({
        "S, '', ATTEMPT",
        "SF, '', ATTEMPT",
        "S, RA, REJECTED",
        "S, A, PARTIAL",
        "S, SA, ESTABLISHED",
        "SPA, SPA, ESTABLISHED",
        "SPAF, SPA, ESTABLISHED",
        "SPAF, SPAF, CLOSED",
        "SPAFR, SPAF, CLOSED",
        "SPAR, SPA, RESET",
        "SPA, SPAR, RESET",
        "PA, SPA, ESTABLISHED",
        "PA, A, PARTIAL",
        "'', '', PARTIAL",
        "A, R, PARTIAL",
    })
    void theFlagsOfBothSidesTellHowFarItGot(String client, String server, FlowState state) {
        assertThat(new TwoWayTcp(flags(client), flags(server)).state()).isEqualTo(state);
    }

    private static int flags(String letters) {
        return letters.chars().map(letter -> 1 << FLAGS.indexOf(letter)).sum();
    }
}
