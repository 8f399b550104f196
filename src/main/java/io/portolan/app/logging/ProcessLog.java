package io.portolan.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import co.elastic.logging.logback.EcsEncoder;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The log of this process, which logback keeps: standard error, as {@code logback.xml} begins it. */
public final class ProcessLog {
    private static final String SERVICE = "portolan";

    /** Our own lines tell what the job is doing, and are few. */
    private static final String OWN = "io.portolan";

    private static final String STATE_DIRECTORY = "org.apache.kafka.streams.processor.internals.StateDirectory";

    private ProcessLog() {}

    /** Writes as these settings say, from now on. */
    public static void apply(LogSettings settings) {
        root().setLevel(settings.level());
        Level own = settings.level().equals(Level.WARN) ? Level.INFO : settings.level();
        context().getLogger(OWN).setLevel(own);
        if (settings.format() == LogFormat.JSON && !isJson()) {
            outputs().forEach(ProcessLog::writeJson);
        }
        // What Java would write for a thread that nobody watches is no JSON, and comes as often as Kafka Streams
        // replaces one.
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) ->
                LoggerFactory.getLogger(Thread.class).error("Thread {} ended: {}", thread.getName(), fault, fault));
    }

    /** Leaves out Kafka's warning of a state in a temporary folder, for a job whose state is to end with it. */
    public static void expectTemporaryState() {
        context().getLogger(STATE_DIRECTORY).setLevel(Level.ERROR);
    }

    /** Whether lines are JSON, so that nothing else may be written between them. */
    public static boolean isJson() {
        return outputs().stream().anyMatch(output -> output.getEncoder() instanceof EcsEncoder);
    }

    private static void writeJson(OutputStreamAppender<ILoggingEvent> output) {
        EcsEncoder encoder = new EcsEncoder();
        encoder.setServiceName(SERVICE);
        encoder.setContext(context());
        encoder.start();
        output.stop();
        output.setEncoder(encoder);
        output.start();
    }

    private static List<OutputStreamAppender<ILoggingEvent>> outputs() {
        List<OutputStreamAppender<ILoggingEvent>> outputs = new ArrayList<>();
        for (var each = root().iteratorForAppenders(); each.hasNext(); ) {
            Appender<ILoggingEvent> appender = each.next();
            if (appender instanceof OutputStreamAppender<ILoggingEvent> output) {
                outputs.add(output);
            }
        }
        return outputs;
    }

    private static Logger root() {
        return context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
