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
        // Tests log errors alone: a warning would not come this far.
        micrometer.setLevel(Level.WARN);
        log.start();
        micrometer.addAppender(log);
    }

    public List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        micrometer.detachAppender(log);
        micrometer.setLevel(before);
    }
}
