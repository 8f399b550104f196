package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.registry.BundledRegistry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topics between the stages are topics like others: somebody may write to them what does not belong there. */
class SightingsThatCannotBeReadTest {
    private static final String SESSION = Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf");

    @ParameterizedTest
    @ValueSource(strings = {"port-probes", "port-sightings"})
    void areDeadLettersAndTheJobGoesOn(String topic) throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("zeek-conn")) {
            job.publishBundled("tcp/1274");

            job.flows(topic).pipeInput(text("key"), text("no sighting"));
            job.flows(topic).pipeInput(text("key"), otherBytes(job));
            job.flows(topic).pipeInput(text("key"), (byte[]) null);
            job.pipe(SESSION);

            assertThat(job.deadLetters())
                    .extracting(letter -> JobHarness.header(letter, "__streams.errors.topic"))
                    .containsExactly(topic, topic, topic);
            assertThat(job.alerts()).hasSize(1);
        }
    }

    /** A record of another schema that the registry knows. */
    private static byte[] otherBytes(JobHarness job) throws Exception {
        return job.config()
                .avro()
                .serializer()
                .serialize("port-registry", BundledRegistry.load().registry().release());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
