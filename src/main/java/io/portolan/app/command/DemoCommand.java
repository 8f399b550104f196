package io.portolan.app.command;

import io.portolan.app.demo.Demo;
import io.portolan.app.demo.DemoLog;
import io.portolan.app.demo.Screen;
import io.portolan.app.logging.ProcessLog;
import io.portolan.flow.FlowFormat;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan demo}: everything in one process, on sample logs or the user's own. */
@Command(
        name = "demo",
        description = "Run the job on a Kafka broker inside this process and replay flow logs through it: the bundled"
                + " sample, or your own.")
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--once", description = "End when everything replayed is processed.")
    private boolean once;

    @Option(
            names = "--flows",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Logs of yours in the place of the sample, plain or gzip, one after the other; - is standard"
                    + " input.")
    private @Nullable List<String> flows;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatNames.class,
            completionCandidates = FormatNames.class,
            description = "Their format: ${COMPLETION-CANDIDATES}.")
    private @Nullable FlowFormat format;

    @Option(
            names = "--fields",
            paramLabel = "COLUMNS",
            defaultValue = "",
            description = "Order of their columns, where the format has columns; default: the format's own.")
    private String fields;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ProcessLog.expectTemporaryState();
        AtomicBoolean stopped = new AtomicBoolean();
        Screen screen = new Screen(spec.commandLine().getOut(), CommandLine.Help.Ansi.AUTO.enabled());
        StopSignal signal = StopSignal.listen(() -> stopped.set(true));
        try (Demo demo = Demo.start(logs(), fields, screen)) {
            demo.run(once, stopped::get);
        } finally {
            signal.ended();
        }
        return 0;
    }

    private List<DemoLog> logs() throws IOException {
        if (flows == null && format == null) {
            return DemoLog.bundled();
        }
        if (flows == null || format == null) {
            throw new ParameterException(spec.commandLine(), "--flows and --format go together");
        }
        return DemoLog.of(flows, format);
    }
}
