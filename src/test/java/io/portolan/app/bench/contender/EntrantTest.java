package io.portolan.app.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntrantTest {
    @Test
    void whoIsSlowByDesignIsMeasuredWithFewerFlows() {
        assertThat(Contender.OBVIOUS_ROCKSDB.share()).isEqualTo(1.0 / 3);
        assertThat(Contender.OBVIOUS_MEMORY.share()).isEqualTo(1.0 / 3);
        assertThat(Beside.parse("other=true").share()).isEqualTo(0.5);
    }

    @Test
    void theJobAndWhatItIsComparedWithByRatioAreMeasuredWithAll() {
        assertThat(Arrays.stream(Contender.values()).filter(contender -> contender.share() == 1))
                .containsExactly(
                        Contender.FLOOR, Contender.PASS_THROUGH, Contender.PORTOLAN, Contender.PORTOLAN_EXACTLY_ONCE);
    }
}
