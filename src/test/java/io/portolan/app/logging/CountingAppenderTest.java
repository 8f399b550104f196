package io.portolan.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingAppenderTest {
    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CountingAppender appender = appender();

    @Test
    void aLibraryRepeatsItselfOnceAMinuteAndSaysHowOften() {
        log("org.apache.kafka.X", Level.WARN, "[Consumer clientId=a-1] Connection to node 1 failed", 0);
        log("org.apache.kafka.X", Level.WARN, "[Consumer clientId=a-2] Connection to node 2 failed", 1_000);
        log("org.apache.kafka.X", Level.WARN, "[Consumer clientId=a-1] Connection to node 1 failed", 59_000);
        log("org.apache.kafka.X", Level.WARN, "[Consumer clientId=a-1] Connection to node 1 failed", 60_000);

        assertThat(lines())
                .containsExactly(
                        "WARN [Consumer clientId=a-1] Connection to node 1 failed",
                        "WARN [Consumer clientId=a-1] Connection to node 1 failed (and 2 times more since this was told)");
    }

    @Test
    void otherWarningsOurOwnAndDetailsOnRequestAreAllThere() {
        for (int i = 0; i < 2; i++) {
            log("org.apache.kafka.X", Level.DEBUG, "detail", 0);
            log("io.portolan.app.X", Level.WARN, "ours", 0);
        }
        log("org.apache.kafka.X", Level.WARN, "one", 0);
        log("org.apache.kafka.Y", Level.WARN, "one", 0);
        log("org.apache.kafka.X", Level.ERROR, "another", 0);

        assertThat(lines())
                .containsExactly(
                        "DEBUG detail",
                        "WARN ours",
                        "DEBUG detail",
                        "WARN ours",
                        "WARN one",
                        "WARN one",
                        "ERROR another");
    }

    private CountingAppender appender() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %msg%n");
        encoder.start();
        CountingAppender counting = new CountingAppender();
        counting.setContext(context);
        counting.setEncoder(encoder);
        counting.start();
        counting.setOutputStream(out);
        return counting;
    }

    private void log(String logger, Level level, String message, long time) {
        LoggingEvent event = new LoggingEvent("", context.getLogger(logger), level, message, null, null);
        event.setTimeStamp(1_000_000 + time);
        appender.doAppend(event);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
