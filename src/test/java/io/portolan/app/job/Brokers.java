package io.portolan.app.job;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.broker.LocalBroker;

/** The brokers that a test's topics are on, which it can take away and bring back. */
public interface Brokers extends AutoCloseable {
    /** Host and port of each, as {@code bootstrap.servers} has them; they stay the same. */
    String addresses();

    /** Takes them away, in order; their records stay. */
    void stop();

    /** Brings them back at the same addresses. */
    void start();

    @Override
    void close();

    /** One in this process. */
    static Brokers inProcess(BrokerOptions options) {
        return new InProcess(options);
    }

    /** One in this process. */
    final class InProcess implements Brokers {
        private final BrokerOptions options;
        private LocalBroker broker;

        private InProcess(BrokerOptions options) {
            this.options = options;
            this.broker = LocalBroker.start(options);
        }

        @Override
        public String addresses() {
            return broker.bootstrapServers();
        }

        @Override
        public void stop() {
            broker.close();
        }

        @Override
        public void start() {
            String address = broker.bootstrapServers();
            broker = LocalBroker.start(options.withPort(Integer.parseInt(address.substring(address.indexOf(':') + 1))));
        }

        @Override
        public void close() {
            broker.close();
        }
    }
}
