package io.portolan.app.job;

import io.portolan.wire.RegistryUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A schema registry that is away when the job starts is waited for, as long as one that goes away later. */
final class RegistryWait {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryWait.class);

    private final BackOff backOff;

    /**
     * @param patience how long it may be away; zero makes it a fault at once
     */
    RegistryWait(Duration patience) {
        this.backOff = new BackOff(patience);
    }

    /**
     * What needs the registry, again and again until it answers.
     *
     * @throws RegistryUnavailableException if it does not for too long
     */
    <T> T until(Supplier<T> answered) {
        while (true) {
            try {
                return answered.get();
            } catch (RegistryUnavailableException e) {
                Optional<Duration> pause = backOff.next(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
                LOG.warn("The job does not start yet: {}", e.getMessage());
                pause(pause.orElseThrow(() -> e));
            }
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
