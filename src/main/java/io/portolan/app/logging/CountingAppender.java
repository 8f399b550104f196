package io.portolan.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.ConsoleAppender;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a warning or an error of a library once a minute at most: Kafka's clients say with every attempt what does not
 * work. The next line of its kind says how often it came meanwhile.
 */
public final class CountingAppender extends ConsoleAppender<ILoggingEvent> {
    private static final long MINUTE = 60_000;
    private static final int KINDS = 200;
    private static final String OWN = "io.portolan.";

    /** Names of clients, partitions and times, in which lines of one kind differ. */
    private static final Pattern DIFFERING = Pattern.compile("\\[[^\\]]*\\]|[0-9]+");

    /** When a kind was last written, and what came since; the kind that was asked for longest ago goes first. */
    private final Map<String, Told> told = new LinkedHashMap<>(KINDS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
            return size() > KINDS;
        }
    };

    private record Told(long at, long since) {}

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLevel().isGreaterOrEqual(Level.WARN)
                || event.getLoggerName().startsWith(OWN)) {
            super.append(event);
            return;
        }
        long repeated = repeated(event);
        if (repeated >= 0) {
            super.append(repeated == 0 ? event : counted(event, repeated));
        }
    }

    /** How often a line of the kind was kept back since the last that was written; -1 to keep this one back, too. */
    private synchronized long repeated(ILoggingEvent event) {
        String kind =
                event.getLoggerName() + DIFFERING.matcher(event.getMessage()).replaceAll("#");
        Told last = told.get(kind);
        long now = event.getTimeStamp();
        if (last != null && now - last.at() < MINUTE && now >= last.at()) {
            told.put(kind, new Told(last.at(), last.since() + 1));
            return -1;
        }
        told.put(kind, new Told(now, 0));
        return last == null ? 0 : last.since();
    }

    private static ILoggingEvent counted(ILoggingEvent event, long repeated) {
        LoggingEvent counted = new LoggingEvent();
        counted.setLoggerContextRemoteView(event.getLoggerContextVO());
        counted.setLoggerName(event.getLoggerName());
        counted.setLevel(event.getLevel());
        counted.setThreadName(event.getThreadName());
        counted.setTimeStamp(event.getTimeStamp());
        counted.setMessage(event.getFormattedMessage() + " (and " + repeated + " times more since this was told)");
        counted.setMDCPropertyMap(event.getMDCPropertyMap());
        if (event.getThrowableProxy() instanceof ThrowableProxy fault) {
            counted.setThrowableProxy(fault);
        }
        return counted;
    }
}
