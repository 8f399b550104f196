package io.portolan.app.command;

import io.portolan.app.label.LogLabelling;
import io.portolan.app.label.Output;
import io.portolan.app.label.OutputException;
import io.portolan.app.label.StandardOutput;
import io.portolan.app.log.LogFile;
import io.portolan.app.rules.TrialJson;
import io.portolan.app.rules.TrialText;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan rules test}: which rule and which filter matches which flow of a log, and why. */
@Command(
        name = "test",
        description =
                "Show for each flow of a log that a rule watches which rule matches, which filter allows it, and why.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The logs were read.",
            "1:A file could not be read, or no record was a flow.",
            "2:The command line is wrong.",
            "141:Whoever read the output closed it, as head does."
        })
public final class RulesTestCommand implements Callable<Integer> {
    private static final int BROKEN_PIPE = 141;

    @Mixin
    private FormatOptions input;

    @Option(names = "--json", description = "Print one JSON object a flow instead of text.")
    private boolean json;

    @Option(names = "--quiet", description = "No summary on standard error.")
    private boolean quiet;

    @Mixin
    private Knowledge knowledge;

    @Parameters(
            paramLabel = "LOG",
            defaultValue = "-",
            description = "Logs, plain or gzip; - or none is standard input.")
    private List<String> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidRuleException {
        LabelReport report = new LabelReport(spec.commandLine().getErr());
        Registry registry = knowledge.registry(spec.commandLine().getErr());
        Rules rules = knowledge.rules();
        try {
            LogLabelling labelling = labelling(registry, rules, report);
            for (String file : files) {
                labelling.read(new LogFile(file));
            }
            labelling.flush();
            if (!quiet) {
                report.summarize(labelling.tally(), registry.version());
            }
            boolean nothing =
                    labelling.tally().flows() == 0 && labelling.tally().unreadable() > 0;
            return nothing || labelling.tally().unreadableFiles() > 0 ? 1 : 0;
        } catch (OutputException e) {
            if (e.isBrokenPipe()) {
                return BROKEN_PIPE;
            }
            throw e;
        }
    }

    private LogLabelling labelling(Registry registry, Rules rules, LabelReport report) throws IOException {
        Writer out = StandardOutput.buffered(spec.commandLine().getOut());
        Output output = json ? new TrialJson(rules, out) : new TrialText(rules, out);
        return new LogLabelling(input.format(), input.columns(), registry, rules, output, report);
    }
}
