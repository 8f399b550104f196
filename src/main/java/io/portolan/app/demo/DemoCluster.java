package io.portolan.app.demo;

import io.portolan.app.broker.LocalBroker;
import io.portolan.app.config.PortolanConfig;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Kafka broker and a schema registry in the process, and the configuration of a job on them. */
final class DemoCluster implements AutoCloseable {
    private final LocalBroker broker;
    private final LocalSchemaRegistry schemas;
    private final Path state;

    private DemoCluster(LocalBroker broker, LocalSchemaRegistry schemas, Path state) {
        this.broker = broker;
        this.schemas = schemas;
        this.state = state;
    }

    /** Starts both. */
    static DemoCluster start() throws IOException {
        Path state = Files.createTempDirectory("portolan-demo-");
        LocalSchemaRegistry schemas = LocalSchemaRegistry.start(0);
        try {
            return new DemoCluster(LocalBroker.start(), schemas, state);
        } catch (RuntimeException e) {
            schemas.close();
            Files.delete(state);
            throw e;
        } catch (NoClassDefFoundError e) {
            schemas.close();
            Files.delete(state);
            throw new IllegalStateException(
                    "this build is without the Kafka broker that the demo runs on, as that of the container image is; run"
                            + " ./portolan demo in a checkout of the sources",
                    e);
        }
    }

    String brokers() {
        return broker.bootstrapServers();
    }

    String schemaRegistry() {
        return schemas.url();
    }

    /** The configuration of a job that reads these logs, those of one name from one topic. */
    PortolanConfig config(List<DemoLog> logs, String columns) {
        Map<String, String> keys = new HashMap<>();
        keys.put("kafka.bootstrap.servers", brokers());
        keys.put("schema.registry.url", schemaRegistry());
        keys.put("kafka.state.dir", state.toString());
        // There is little to read and somebody waits to see it.
        keys.put("kafka.commit.interval.ms", "200");
        keys.put("inputs", logs.stream().map(DemoLog::name).distinct().collect(Collectors.joining(",")));
        for (DemoLog log : logs) {
            keys.put("input." + log.name() + ".format", log.format().name());
            keys.put("input." + log.name() + ".fields", columns);
        }
        return new PortolanConfig(keys);
    }

    @Override
    public void close() {
        broker.close();
        schemas.close();
        deleteState();
    }

    private void deleteState() {
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's directory " + state + " cannot be deleted", e);
        }
    }
}
