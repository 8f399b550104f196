package io.portolan.chaos;

import static org.awaitility.Awaitility.await;

import io.portolan.app.job.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A broker that can be killed, paused and started again at the same port and on the same records. */
final class NodeProcess implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Duration STARTING = Duration.ofMinutes(2);

    private final Path folder;
    private final List<String> arguments = new ArrayList<>();
    private final String address;
    private int starts;
    private JavaProcess process;

    /**
     * Starts one.
     *
     * @param records where its records are
     * @param log folder of its log
     */
    NodeProcess(Path records, Path log, int port, Map<String, String> properties) throws IOException {
        this.folder = log;
        this.address = "127.0.0.1:" + port;
        arguments.addAll(List.of(records.toString(), Integer.toString(port)));
        properties.forEach((name, value) -> arguments.add(name + "=" + value));
        begin();
    }

    String address() {
        return address;
    }

    void awaitReady() {
        await().atMost(STARTING).until(() -> process.text().contains(BrokerNode.READY));
    }

    /** Starts it again, whether or not it can serve yet. */
    void begin() throws IOException {
        Path log = folder.resolve("broker-%s-%d.log".formatted(address.replace(':', '-'), starts++));
        process = JavaProcess.start(log, OPTIONS, BrokerNode.class, arguments);
    }

    /** The process that runs now. */
    JavaProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
