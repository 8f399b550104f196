package io.portolan.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.registry.PortKey;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortAssignment;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Several threads label while the registry changes all the time. */
class SharedLabelsTest {
    private static final int FLOWS = 100_000;
    private static final int THREADS = 3;

    /** In its n-th state every port is called n, and so is the version. */
    private static final class RestlessRegistry implements PortRegistry {
        private final AtomicLong state = new AtomicLong();

        @Override
        public long generation() {
            return state.get();
        }

        @Override
        public Optional<PortAssignment> find(PortKey port) {
            return Optional.of(ChangingRegistry.entry(port.toString(), Documentation.BARE, "n" + state.get()));
        }

        @Override
        public Optional<String> version() {
            return Optional.of("n" + state.get());
        }
    }

    @Test
    void bothLabelsAndTheVersionAreOfOneState() throws Exception {
        RestlessRegistry registry = new RestlessRegistry();
        LabelTable table = new LabelTable();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Long> labelling = () -> mixed(new Labeller(registry, table), registry);
            List<Future<Long>> results = threads.invokeAll(Collections.nCopies(THREADS, labelling));

            for (Future<Long> result : results) {
                assertThat(result.get()).isZero();
            }
            assertThat(registry.generation()).isGreaterThan(FLOWS / 10);
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many flows have labels and version of different states. */
    private static long mixed(Labeller labeller, RestlessRegistry registry) throws Exception {
        Flow flow = new FlowBuilder("test")
                .protocol(6)
                .ports(1274, 443)
                .addresses("192.0.2.1", "192.0.2.2")
                .times(1_700_000_000_000L, 1_700_000_000_000L)
                .build();
        long mixed = 0;
        for (int i = 0; i < FLOWS; i++) {
            if (i % 10 == 0) {
                registry.state.incrementAndGet();
            }
            LabelledFlow labelled = labeller.label(flow);
            Optional<String> version = labelled.version().text();
            boolean same = labelled.src().service().equals(version)
                    && labelled.dst().service().equals(version);
            mixed += same ? 0 : 1;
        }
        return mixed;
    }
}
