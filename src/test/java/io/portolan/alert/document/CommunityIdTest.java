package io.portolan.alert.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunityIdTest {
    /** The specification's own: github.com/corelight/community-id-spec, baseline/baseline_deflt.json, without ICMP. */
    @ParameterizedTest
    @CsvSource({
        "6, 2001:470:e5bf:dead:4957:2174:e82c:4887, 63943, 2607:f8b0:400c:c03::1a, 25, 1:/qFaeAR+gFe1KYjMzVDsMv+wgU4=",
        "132, 192.168.170.8, 7, 192.168.170.56, 7, 1:MP2EtRCAUIZvTw6MxJHLV7N7JDs=",
        "6, 128.232.110.120, 34855, 66.35.250.204, 80, 1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
        "17, 192.168.1.52, 54585, 8.8.8.8, 53, 1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
        "46, 10.1.12.1, 0, 10.1.12.2, 0, 1:KHlLkgoJW7ifUTyTSgyVfkFHzKw=",
    })
    void theVectorsOfTheSpecificationHoldInBothDirections(
            int protocol, String source, int sourcePort, String destination, int destinationPort, String id) {
        assertThat(CommunityId.of(protocol, source, sourcePort, destination, destinationPort))
                .contains(id);
        assertThat(CommunityId.of(protocol, destination, destinationPort, source, sourcePort))
                .contains(id);
    }

    @Test
    void betweenTwoPortsOfOneAddressThePortsDecide() {
        assertThat(CommunityId.of(6, "192.0.2.1", 1274, "192.0.2.1", 40_000))
                .isEqualTo(CommunityId.of(6, "192.0.2.1", 40_000, "192.0.2.1", 1274));
    }

    @Test
    void icmpHasNoneBecauseAFlowLacksItsTypeAndCode() {
        assertThat(CommunityId.of(1, "192.0.2.1", 0, "192.0.2.2", 0)).isEmpty();
        assertThat(CommunityId.of(58, "2001:db8::1", 0, "2001:db8::2", 0)).isEmpty();
    }

    @Test
    void dccpIsHashedWithoutItsPorts() {
        assertThat(CommunityId.of(33, "192.0.2.1", 1, "192.0.2.2", 2))
                .isEqualTo(CommunityId.of(33, "192.0.2.1", 3, "192.0.2.2", 4));
    }
}
