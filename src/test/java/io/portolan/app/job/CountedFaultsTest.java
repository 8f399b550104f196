package io.portolan.app.job;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class CountedFaultsTest {
    private final LongAdder replaced = new LongAdder();
    private final CountedFaults faults =
            new CountedFaults(fault -> fault instanceof TimeoutException ? REPLACE_THREAD : SHUTDOWN_CLIENT, replaced);

    @Test
    void onlyAThreadThatIsReplacedIsCounted() {
        assertThat(faults.handle(new IllegalStateException("a fault of the job")))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(replaced.sum()).isZero();

        assertThat(faults.handle(new TimeoutException("away"))).isEqualTo(REPLACE_THREAD);
        assertThat(replaced.sum()).isEqualTo(1);
    }
}
