package io.portolan.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.ingest.common.IngestCommonPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.script.mustache.MustachePlugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * An OpenSearch node of one's own, with HTTP on a free port of the loopback address; {@code http} and {@code pipelines} are
 * modules of every distribution. It is run from its source, because only its own process has OpenSearch on the class path. It
 * ends when its standard input does, so that it never outlives who started it.
 */
public final class OpenSearchNode extends Node {
    private OpenSearchNode(Settings settings) {
        super(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "portolan"),
                List.of(Netty4Plugin.class, IngestCommonPlugin.class, MustachePlugin.class),
                false);
    }

    /** @param arguments the folder for its data, and the file for its address, which is there once it answers */
    public static void main(String... arguments) throws IOException, NodeValidationException {
        try (OpenSearchNode node = new OpenSearchNode(settings(arguments[0]))) {
            node.start();
            Path address = Path.of(arguments[1]);
            Path written = Files.writeString(address.resolveSibling("address.part"), node.address());
            Files.move(written, address);
            InputStream until = System.in;
            while (until.read() >= 0) {}
        }
    }

    private String address() {
        return injector()
                .getInstance(org.opensearch.http.HttpServerTransport.class)
                .boundAddress()
                .publishAddress()
                .toString();
    }

    private static Settings settings(String folder) {
        return Settings.builder()
                .put("path.home", folder)
                .put("cluster.name", "portolan")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", "0")
                .put("transport.port", "0")
                .put("node.processors", 2)
                // A full disk is for whoever runs the tests to see to.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }
}
