package io.portolan.chaos;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.broker.LocalBroker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker in a process of its own, which only a signal ends. */
public final class BrokerNode {
    /** What it says when it serves. */
    static final String READY = "ready at ";

    private BrokerNode() {}

    /**
     * Runs it.
     *
     * @param arguments the folder of its records, its port, and properties of Kafka, each as name=value
     */
    public static void main(String[] arguments) throws InterruptedException {
        BrokerOptions options = BrokerOptions.defaults()
                .withDirectory(Path.of(arguments[0]))
                .withPort(Integer.parseInt(arguments[1]))
                .withProperties(properties(List.of(arguments).subList(2, arguments.length)));
        try (LocalBroker broker = LocalBroker.start(options)) {
            System.out.println(READY + broker.bootstrapServers());
            Thread.currentThread().join();
        }
    }

    private static Map<String, String> properties(List<String> texts) {
        Map<String, String> properties = new HashMap<>();
        texts.forEach(
                text -> properties.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1)));
        return properties;
    }
}
