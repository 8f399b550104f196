package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.broker.FreePorts;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.JobCounters;
import io.portolan.wire.RegistryUnavailableException;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RegistryWaitTest {
    @Test
    void aRegistryThatComesLaterIsWaitedFor() throws Exception {
        int port = FreePorts.one();
        CompletableFuture<?> built =
                CompletableFuture.supplyAsync(() -> new RegistryWait(Duration.ofMinutes(1)).until(() -> build(port)));
        assertThat(built).isNotDone();

        try (LocalSchemaRegistry registry = LocalSchemaRegistry.start(port)) {
            assertThat(built.get(1, TimeUnit.MINUTES)).isNotNull();
            assertThat(registry.url()).contains(":" + port);
        }
    }

    @Test
    void withoutPatienceItIsAFaultAtOnce() throws Exception {
        int port = FreePorts.one();

        assertThatThrownBy(() -> new RegistryWait(Duration.ZERO).until(() -> build(port)))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    private static Object build(int port) {
        PortolanConfig config = new PortolanConfig(Map.of("schema.registry.url", "http://127.0.0.1:" + port));
        return JobTopology.of(config, config::rules, new JobCounters()).build();
    }
}
