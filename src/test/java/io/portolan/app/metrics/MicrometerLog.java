package io.portolan.app.metrics;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What Micrometer writes to the log: it warns there of metrics that it leaves out. */
public final class MicrometerLog implements AutoCloseable {
    private final Logger micrometer = (Logger) LoggerFactory.getLogger("io.micrometer");
    private final Level before = micrometer.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** Listens until it is closed. */
    public MicrometerLog() {
        // Tests log errors alone, and what Micrometer has warned of once it tells as detail from then on.
        micrometer.setLevel(Level.DEBUG);
        micrometer.setAdditive(false);
        log.start();
        micrometer.addAppender(log);
    }

    public List<String> lines() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN)
                        || event.getFormattedMessage().contains("already registered"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        micrometer.detachAppender(log);
        micrometer.setAdditive(true);
        micrometer.setLevel(before);
    }
}
