package io.portolan.app.command;

import io.portolan.app.evaluate.Comparison;
import io.portolan.app.evaluate.ComparisonJson;
import io.portolan.app.evaluate.ComparisonText;
import io.portolan.app.evaluate.Evaluation;
import io.portolan.app.evaluate.Finding;
import io.portolan.app.evaluate.Judged;
import io.portolan.app.evaluate.LogEvaluation;
import io.portolan.app.evaluate.Truth;
import io.portolan.app.evaluate.TruthFile;
import io.portolan.app.log.LogFile;
import io.portolan.app.terminal.Printable;
import io.portolan.judge.InvalidRuleException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan evaluate}: how well a log is judged of which the truth is known. */
@Command(
        name = "evaluate",
        description = {
            "Compare what the job would say of logs with what is true, and with what the usual heuristics would say.",
            "The truth is a CSV with the columns client_address, client_port, server_address, server_port, transport,"
                    + " verdict (session, probe, scan, coincidence, uncertain or allowed). A * stands for any address or"
                    + " port."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The logs were compared.",
            "1:A file could not be read, a record was unreadable, or a conversation is not in the truth file.",
            "2:The command line is wrong."
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private FormatOptions input;

    @Option(names = "--truth", paramLabel = "FILE", required = true, description = "What the conversations are.")
    private Path truth;

    @Option(
            names = "--others",
            paramLabel = "VERDICT",
            description =
                    "What a conversation on a watched port is that the truth file does not name; without this it is"
                            + " an error.")
    private @Nullable Finding others;

    @Option(names = "--list", description = "List the conversations that were judged wrong.")
    private boolean list;

    @Option(names = "--json", description = "Print one JSON object, with the conversations that were judged wrong.")
    private boolean json;

    @Mixin
    private Knowledge knowledge;

    @Parameters(paramLabel = "LOG", arity = "1..*", description = "Logs in order of time, plain or gzip.")
    private List<String> logs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidRuleException {
        if (others == Finding.NONE) {
            throw new ParameterException(spec.commandLine(), "--others none is no truth");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Truth known = TruthFile.read(truth, Optional.ofNullable(others));
        LogEvaluation evaluation = read(err);
        Evaluation ended = evaluation.ended();
        List<Finding> truths = new ArrayList<>();
        for (Judged judged : ended.judged()) {
            truths.add(known.of(judged));
        }
        Comparison comparison = Comparison.of(ended, truths);
        known.unused()
                .forEach(row -> err.println("portolan: "
                        + Printable.line(row.place() + ": the logs have no such conversation on a watched port")));
        print(comparison, evaluation.tally().flows(), out);
        return evaluation.tally().unreadable() + evaluation.tally().unreadableFiles() > 0 ? 1 : 0;
    }

    private LogEvaluation read(PrintWriter err) throws IOException, InvalidRuleException {
        LogEvaluation evaluation = new LogEvaluation(
                input.format(),
                input.columns(),
                knowledge.registry(err),
                knowledge.rules(),
                knowledge.stories(),
                new LabelReport(err));
        for (String log : logs) {
            evaluation.read(new LogFile(log));
        }
        return evaluation;
    }

    private void print(Comparison comparison, long flows, PrintWriter out) throws IOException {
        if (json) {
            ComparisonJson.write(comparison, out);
            return;
        }
        long conversations = ComparisonText.conversations(comparison);
        out.printf(
                Locale.ROOT,
                "%,d flows, %,d conversations on a watched port, %,d alerts in %,d stories%n%n",
                flows,
                conversations,
                comparison.any().alerts(),
                comparison.stories());
        table(ComparisonText.verdicts(comparison), out);
        table(ComparisonText.scores(comparison), out);
        if (list) {
            ComparisonText.wrong(comparison).forEach(line -> out.println(Printable.line(line)));
        }
        out.flush();
    }

    private static void table(List<List<String>> rows, PrintWriter out) {
        Table table = new Table(rows.get(0).toArray(String[]::new));
        rows.subList(1, rows.size()).forEach(row -> table.add(row.toArray(String[]::new)));
        table.print(out);
        out.println();
    }
}
