package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void whatIsMadeMeanwhileIsThereWhenItIsAskedFor() {
        try (Ahead<String> made = Ahead.of("test", () -> Thread.currentThread().getName())) {
            assertThat(made.get()).isEqualTo("test");
        }
    }

    @Test
    void theFaultOfTheOneWhoMakesItIsThatOfTheOneWhoAsks() {
        KafkaException fault = new KafkaException("no");
        try (Ahead<String> made = Ahead.of("test", () -> {
            throw fault;
        })) {
            assertThatThrownBy(made::get).isSameAs(fault);
        }
    }

    @Test
    void whatIsNotWantedAnyMoreIsInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Ahead<Boolean> unwanted = Ahead.of("test", () -> waitsForEver(begun, interrupted));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        unwanted.close();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean waitsForEver(CountDownLatch begun, CountDownLatch interrupted) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            return true;
        } catch (InterruptedException e) {
            interrupted.countDown();
            return false;
        }
    }
}
