package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.bench.contender.Cost;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstancesTest {
    @Test
    void aContenderCostsAtEachMomentWhatAllItsInstancesCost() {
        // given
        List<Cost> one = List.of(new Cost(10, 4, 100L), new Cost(30, 5, 400L));
        List<Cost> other = List.of(new Cost(1, 1, 7L), new Cost(2, 1, 9L));

        // when, then
        assertThat(Instances.sums(List.of(one, other))).containsExactly(new Cost(11, 5, 107L), new Cost(32, 6, 409L));
        assertThat(Instances.sums(List.of(one))).isEqualTo(one);
    }

    @Test
    void whatOneInstanceCannotTellIsNotKnownOfAll() {
        // given
        List<Cost> known = List.of(new Cost(10, 4, 100L));
        List<Cost> unknown = List.of(new Cost(1, 1, null));

        // when, then
        assertThat(Instances.sums(List.of(known, unknown))).containsExactly(new Cost(11, 5, null));
        assertThat(Instances.sums(List.of(unknown, known))).containsExactly(new Cost(11, 5, null));
    }
}
