package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.bench.contender.Cost;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstancesTest {
    @Test
    void aContenderCostsAtEachMomentWhatAllItsInstancesCost() {
        // given
        List<Cost> one = List.of(new Cost(10, 4, 100), new Cost(30, 5, 400));
        List<Cost> other = List.of(new Cost(1, 1, 7), new Cost(2, 1, 9));

        // when, then
        assertThat(Instances.sums(List.of(one, other))).containsExactly(new Cost(11, 5, 107), new Cost(32, 6, 409));
        assertThat(Instances.sums(List.of(one))).isEqualTo(one);
    }
}
