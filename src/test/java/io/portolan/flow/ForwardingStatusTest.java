package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardingStatusTest {
    @ParameterizedTest
    @CsvSource({
        "64, ACCEPT",
        "66, ACCEPT",
        "127, ACCEPT", // forwarded
        "129, REJECT",
        "130, REJECT", // dropped by an ACL
        "128, UNKNOWN",
        "131, UNKNOWN",
        "136, UNKNOWN", // dropped for another reason
        "0, UNKNOWN",
        "192, UNKNOWN",
        "195, UNKNOWN",
        "1000, UNKNOWN",
        "-5, UNKNOWN"
    })
    void onlyAnAccessListRejects(long status, Action action) {
        assertThat(ForwardingStatus.action(status)).isEqualTo(action);
    }
}
