package io.portolan.judge.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class WildcardsTest {
    /** A matcher that tries every split of the text would not end within the age of the universe. */
    @Test
    void manyWildcardsDoNotTakeForever() {
        Wildcards pattern = Wildcards.of("*a".repeat(50) + "b", true, true, false);
        String text = "a".repeat(10_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(pattern.test(text)).isFalse());
    }

    @Test
    void anEmptyPatternIsAnEmptyText() {
        assertThat(Wildcards.of("", false, false, false).test("")).isTrue();
        assertThat(Wildcards.of("", false, false, false).test("a")).isFalse();
        assertThat(Wildcards.of("*", false, false, false).test("")).isTrue();
    }

    @Test
    void caseIsFoldedAsJavaComparesIt() {
        assertThat(Wildcards.of("STRASSE", false, false, false).test("strasse")).isTrue();
        assertThat(Wildcards.of("É?", false, false, false).test("éx")).isTrue();
    }
}
