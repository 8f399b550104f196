package io.portolan.app.command;

import io.portolan.app.label.AlertOutput;
import io.portolan.app.label.EnrichedOutput;
import io.portolan.app.label.LogLabelling;
import io.portolan.app.label.Output;
import io.portolan.app.label.OutputException;
import io.portolan.app.label.OutputFormat;
import io.portolan.app.label.StandardOutput;
import io.portolan.app.label.Tally;
import io.portolan.app.log.LogFile;
import io.portolan.judge.InvalidRuleException;
import io.portolan.judge.Rules;
import io.portolan.registry.Registry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan label}: labels and judges log files without Kafka. */
@Command(
        name = "label",
        description = {
            "Label and judge flow logs without Kafka, with the same code that the job uses.",
            "A service name is a hint from the port registry, not a detected protocol."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything could be read, or at least something was a flow.",
            "1:A file could not be read, or no record was a flow and some were unreadable, or with --strict any was.",
            "2:The command line is wrong.",
            "141:Whoever read the output closed it, as head does."
        })
public final class LabelCommand implements Callable<Integer> {
    private static final int BROKEN_PIPE = 141;

    @Mixin
    private FormatOptions input;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "json",
            description = "Form of the output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat form;

    @Option(names = "--alerts", description = "Print the alerts that the job would raise, instead of the flows.")
    private boolean alerts;

    @Option(names = "--strict", description = "Exit with 1 if any record could not be read.")
    private boolean strict;

    @Option(names = "--quiet", description = "No summary on standard error.")
    private boolean quiet;

    @Mixin
    private Knowledge knowledge;

    @Parameters(
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Logs, plain or gzip; - or none is standard input.")
    private List<String> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidRuleException {
        List<String> columns = input.columns();
        checkForm();
        LabelReport report = new LabelReport(spec.commandLine().getErr());
        Registry registry = knowledge.registry(spec.commandLine().getErr());
        try {
            Rules rules = knowledge.rules();
            Output output = output(registry, rules);
            LogLabelling labelling = new LogLabelling(input.format(), columns, registry, rules, output, report);
            for (String file : files) {
                labelling.read(new LogFile(file));
            }
            output.end();
            output.flush();
            if (!quiet) {
                report.summarize(labelling.tally(), registry.version());
            }
            return exitCode(labelling.tally());
        } catch (OutputException e) {
            if (e.isBrokenPipe()) {
                return BROKEN_PIPE;
            }
            throw e;
        }
    }

    private void checkForm() {
        if (alerts && form != OutputFormat.JSON) {
            throw new ParameterException(spec.commandLine(), "--alerts are printed as json only");
        }
    }

    private Output output(Registry registry, Rules rules) throws IOException {
        Writer out = StandardOutput.buffered(spec.commandLine().getOut());
        return alerts
                ? new AlertOutput(registry, rules, knowledge.stories(), out)
                : new EnrichedOutput(form.printer(out));
    }

    private int exitCode(Tally tally) {
        boolean nothing = tally.flows() == 0;
        boolean failed = tally.unreadableFiles() > 0 || (tally.unreadable() > 0 && (strict || nothing));
        return failed ? 1 : 0;
    }
}
