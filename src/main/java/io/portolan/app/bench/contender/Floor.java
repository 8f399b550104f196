package io.portolan.app.bench.contender;

import io.portolan.app.config.PortolanConfig;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The least that moving the records costs: as many threads as the job has, each with a consumer and a producer of the job's
 * settings, and offsets that are committed as often, after what was read has been written.
 */
final class Floor implements Running {
    private final List<FloorThread> threads;

    private Floor(List<FloorThread> threads) {
        this.threads = threads;
    }

    static Floor start(Setup setup) {
        PortolanConfig config = setup.config();
        List<FloorThread> threads = IntStream.range(0, config.threads())
                .mapToObj(number -> new FloorThread(setup))
                .toList();
        threads.forEach(Thread::start);
        return new Floor(threads);
    }

    @Override
    public void close() {
        threads.forEach(FloorThread::end);
        try {
            for (FloorThread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
