package io.portolan.app.broker;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link TestCluster}. The broker behind it starts on first use, serves all test classes of the JVM, and is
 * closed at the end of the run.
 */
public final class LocalBrokerExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(LocalBrokerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == TestCluster.class;
    }

    @Override
    public TestCluster resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE).computeIfAbsent("cluster", key -> cluster(test), TestCluster.class);
    }

    private static TestCluster cluster(ExtensionContext test) {
        ExtensionContext.Store run = test.getRoot().getStore(NAMESPACE);
        LocalBroker broker = run.computeIfAbsent("broker", key -> LocalBroker.start(), LocalBroker.class);
        int number = run.computeIfAbsent("tests", key -> new AtomicInteger(), AtomicInteger.class)
                .incrementAndGet();
        return new TestCluster(broker.bootstrapServers(), number);
    }
}
