package io.portolan.app.job;

import io.portolan.app.config.PortolanConfig;
import io.portolan.documents.Rendered;
import io.portolan.topology.JobCounters;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/** The pictures of the topology show the topology that runs. */
class TopologyPictureTest {
    @Test
    void theTextIsThatOfTheTopology() throws IOException {
        Rendered.file(Path.of("topology/rendered/topology.txt"))
                .isEqualTo(topology().toString());
    }

    @Test
    void theDrawingIsThatOfTheTopology() throws IOException {
        Rendered.file(Path.of("topology/rendered/topology.mmd")).isEqualTo(Mermaid.of(topology()));
    }

    @Test
    void theReadmeShowsTheDrawing() throws IOException {
        Rendered.section(Path.of("README.md"), "topology").isEqualTo("```mermaid\n" + Mermaid.of(topology()) + "```\n");
    }

    private static TopologyDescription topology() throws IOException {
        try (LocalSchemaRegistry schemas = LocalSchemaRegistry.start(0)) {
            PortolanConfig config = new PortolanConfig(Map.of("schema.registry.url", schemas.url()));
            return JobTopology.of(config, config::rules, new JobCounters())
                    .build()
                    .describe();
        }
    }
}
