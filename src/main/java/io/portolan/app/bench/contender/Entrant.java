package io.portolan.app.bench.contender;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/** Who takes part in the comparison: one of Portolan's own, or a program beside them. All are given the same configuration. */
public sealed interface Entrant permits Contender, Beside {
    /** The key of the configuration that an entrant may have as its own. */
    String GUARANTEE = "kafka." + StreamsConfig.PROCESSING_GUARANTEE_CONFIG;

    /** Its name. */
    String text();

    /** The share of the flows that it is measured with, the first of them: who is slow runs as long as others with all. */
    default double share() {
        return 1;
    }

    /** The keys of the configuration that are this one's own. */
    default Map<String, String> keys() {
        return Map.of(GUARANTEE, StreamsConfig.AT_LEAST_ONCE);
    }
}
