package io.portolan.app.command;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.log.LogFile;
import io.portolan.app.replay.LogReplay;
import io.portolan.app.replay.Pace;
import io.portolan.app.replay.Pacer;
import io.portolan.app.replay.ReplayClock;
import io.portolan.app.replay.TargetTopic;
import io.portolan.app.replay.TopicWriter;
import io.portolan.flow.FlowParser;
import java.io.Flushable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan replay}: writes log files to a topic. */
@Command(
        name = "replay",
        description = {
            "Write the records of flow logs to a topic, in their order: what a collector would have sent.",
            "A record is the line as the file holds it, with the header line in force before it where a format has one."
                    + " It has no key, and the time of its arrival."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The cluster has acknowledged all records.",
            "1:A file could not be read or a record not be written; what was written before is told.",
            "2:The command line is wrong.",
            "130:It was stopped (Ctrl-C); what was written before is told."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final Flushable NOTHING_TO_FLUSH = () -> {};
    private static final int STOPPED = 130;

    @Mixin
    private FormatOptions input;

    @Option(names = "--to", paramLabel = "TOPIC", required = true, description = "The topic; it has to be there.")
    private String topic;

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            description = "Records a second; default: as fast as the cluster takes them.")
    private @Nullable Double rate;

    @Option(
            names = "--timing",
            description = "Keep the log's own pace: each flow is as long after the first as it ended after it. What is"
                    + " no flow, cannot be read or is out of order is written at once.")
    private boolean timing;

    @Option(names = "--quiet", description = "Show no progress and no summary.")
    private boolean quiet;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Logs, plain or gzip, one after the other; - or none is standard input.")
    private List<String> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Pace pace = pace();
        List<LogFile> logs = logs();
        PortolanConfig config = cluster.config();
        TargetTopic.check(config, topic);
        try (TopicWriter writer = new TopicWriter(config, topic);
                ReplayReport report = new ReplayReport(spec.commandLine(), quiet, writer, logs)) {
            AtomicBoolean stopped = new AtomicBoolean();
            Pacer pacer = new Pacer(pace, ReplayClock.system(), stopped::get, report);
            // The thread that listens also ends the writing: this one may be waiting for input or for a broker.
            StopSignal signal = StopSignal.end(() -> {
                stopped.set(true);
                writer.stop();
                report.stopped();
            });
            try {
                replay(new LogReplay(config, input.format(), writer, pacer), logs, writer, report);
            } finally {
                signal.ended();
            }
            if (stopped.get()) {
                return STOPPED;
            }
            report.done(pacer.elapsed());
            return 0;
        }
    }

    private Pace pace() {
        FlowParser parser = input.parser();
        if (rate != null && timing) {
            throw wrong("--rate and --timing exclude each other");
        }
        if (rate == null) {
            return timing ? Pace.recorded(parser) : Pace.unhindered();
        }
        if (rate.isNaN() || rate.isInfinite() || rate <= 0) {
            throw wrong("--rate has to be above 0");
        }
        return Pace.steady(rate);
    }

    private List<LogFile> logs() throws IOException {
        if (Collections.frequency(files, "-") > 1) {
            throw wrong("standard input (-) can be read only once");
        }
        List<LogFile> logs = files.stream().map(LogFile::new).toList();
        for (LogFile log : logs) {
            log.check();
        }
        return logs;
    }

    /** The count is final once the writer is closed. */
    private void replay(LogReplay replay, List<LogFile> logs, TopicWriter writer, ReplayReport report) {
        try {
            for (LogFile log : logs) {
                replay.replay(log.name(), () -> input.format().file().open(log.open(NOTHING_TO_FLUSH, report::read)));
            }
        } catch (IOException | KafkaException e) {
            writer.close();
            throw new Failure(
                    Failures.message(e) + "; %,d records were written before".formatted(writer.acknowledged()), e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
