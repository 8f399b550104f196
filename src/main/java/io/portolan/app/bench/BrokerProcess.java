package io.portolan.app.bench;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.broker.LocalBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The broker in a process of its own: its address is the first line of standard output, and it ends with standard input, and
 * so also when who started it is gone.
 */
public final class BrokerProcess {
    /** What a run has written goes soon after its topics, so that the disk holds one run only. */
    private static final Map<String, String> PROPERTIES = Map.of("log.segment.delete.delay.ms", "1000");

    private BrokerProcess() {}

    /**
     * Runs it.
     *
     * @param arguments the folder of its records
     */
    public static void main(String[] arguments) throws IOException {
        BrokerOptions options =
                BrokerOptions.defaults().withDirectory(Path.of(arguments[0])).withProperties(PROPERTIES);
        LocalBroker broker = LocalBroker.start(options);
        System.out.println(broker.bootstrapServers());
        while (System.in.read() >= 0) {
            // Nobody has anything to say.
        }
        broker.close();
        System.exit(0);
    }
}
