package io.portolan.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistinctTest {
    @Test
    void textsAreCountedOnce() {
        Distinct distinct = of(0, 10);
        distinct.add("7");

        assertThat(distinct.count()).isEqualTo(10);
        assertThat(distinct.first()).startsWith("0", "1").hasSize(10);
        assertThat(distinct.sketch()).isNull();
    }

    @Test
    void asManyAsAreCountedExactlyAreKept() {
        Distinct distinct = of(0, Distinct.EXACT);

        assertThat(distinct.first()).hasSize(64);
        assertThat(distinct.count()).isEqualTo(64);
        assertThat(distinct.sketch()).isNull();
    }

    @Test
    void moreThanAreKeptAreEstimated() {
        Distinct distinct = of(0, 5_000);

        assertThat(distinct.count()).isCloseTo(5_000, within(300L));
        assertThat(distinct.first()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void whetherThereAreSoManyIsToldExactlyUpToWhatIsKept() {
        assertThat(of(0, 20).isAtLeast(20)).isTrue();
        assertThat(of(0, 20).isAtLeast(21)).isFalse();
        assertThat(of(0, Distinct.EXACT + 1).isAtLeast(Distinct.EXACT)).isTrue();
        assertThat(of(0, 5_000).isAtLeast(4_000)).isTrue();
        assertThat(of(0, 5_000).isAtLeast(6_000)).isFalse();
    }

    @Test
    void twoThatAreExactAreAddedExactly() {
        Distinct one = of(0, 20);
        one.addAll(of(10, 30));

        assertThat(one.count()).isEqualTo(30);
    }

    @Test
    void theSumOfEstimatesIsThatOfAllTextsWhicheverComesFirst() {
        Distinct few = of(0, 20);
        Distinct many = of(10, 3_000);
        Distinct both = of(0, 3_000);
        Distinct other = of(10, 3_000);

        few.addAll(many);
        other.addAll(of(0, 20));

        assertThat(few.sketch()).isEqualTo(both.sketch());
        assertThat(other.sketch()).isEqualTo(both.sketch());
        assertThat(few.first()).hasSize(Distinct.SHOWN).startsWith("0", "1");
    }

    @Test
    void whatWasKeptGoesOnWhereItStopped() {
        Distinct kept = of(0, 100);
        Distinct again = Distinct.of(kept.first(), kept.sketch().clone(), kept.count());
        again.add("100");
        kept.add("100");

        assertThat(again.count()).isEqualTo(kept.count());
        assertThat(Distinct.of(List.of("a"), null, 1).count()).isEqualTo(1);
    }

    @Test
    void aCopyAndWhatItWasMadeOfKnowTheSameAndGoOnByThemselves() {
        Distinct distinct = of(0, 20);
        Distinct copy = distinct.copy();
        copy.add("7");
        copy.add("a");
        distinct.add("b");

        assertThat(copy.first()).hasSize(21).endsWith("19", "a");
        assertThat(distinct.first()).hasSize(21).endsWith("19", "b");
    }

    @Test
    void whatWasKeptIsKnownAgain() {
        Distinct kept = Distinct.of(of(0, 20).first(), null, 20);
        kept.add("19");
        kept.add("20");

        assertThat(kept.count()).isEqualTo(21);
    }

    @Test
    void theEstimateFollowsWhateverComes() {
        Distinct sum = of(0, 100);
        long early = sum.count();

        sum.addAll(of(0, 100));
        assertThat(sum.count()).isEqualTo(early);
        sum.addAll(of(100, 160));
        assertThat(sum.count()).isCloseTo(160, within(10L));
        sum.addAll(of(100, 1_000));
        assertThat(sum.count()).isCloseTo(1_000, within(60L));
        IntStream.range(1_000, 2_000).forEach(number -> sum.add(Integer.toString(number)));
        assertThat(sum.count()).isEqualTo(of(0, 2_000).count());
    }

    private static Distinct of(int from, int to) {
        Distinct distinct = new Distinct();
        IntStream.range(from, to).forEach(number -> distinct.add(Integer.toString(number)));
        return distinct;
    }
}
