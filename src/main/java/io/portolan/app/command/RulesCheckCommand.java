package io.portolan.app.command;

import io.portolan.app.rules.WatchedPorts;
import io.portolan.app.terminal.Printable;
import io.portolan.judge.InvalidRuleException;
import io.portolan.judge.Rule;
import io.portolan.judge.RuleBook;
import io.portolan.judge.RuleFiles;
import io.portolan.registry.Registry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan rules check}: whether rules and filters can be used. */
@Command(
        name = "check",
        description = "Check rules and filters, and tell all faults with file and line.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:All of them can be used.", "1:Something is wrong.", "2:The command line is wrong."})
public final class RulesCheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files, or folders of .yml and .yaml files, rules and filters mixed; without any, those that the"
                            + " job would read.")
    private @Nullable List<Path> paths;

    @Mixin
    private Knowledge knowledge;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            RuleBook book = read();
            warn(book, knowledge.registry(spec.commandLine().getErr()), out);
            out.println(count(book.rules(), "rule") + " and " + count(book.filters(), "filter") + " can be used");
            return 0;
        } catch (InvalidRuleException e) {
            e.faults().forEach(fault -> out.println(Printable.text(fault)));
            out.println(count(e.faults(), "fault"));
            return 1;
        } finally {
            out.flush();
        }
    }

    private RuleBook read() throws IOException, InvalidRuleException {
        if (paths != null && !paths.isEmpty()) {
            return RuleFiles.read(paths, ids());
        }
        // What is in force has to be named rightly as well.
        knowledge.rules();
        return knowledge.ruleBook();
    }

    /** Filters may be checked without the rules that they speak of, if these are the job's. */
    private Set<String> ids() throws IOException {
        try {
            return knowledge.ruleBook().rules().stream().map(Rule::id).collect(Collectors.toSet());
        } catch (InvalidRuleException e) {
            return Set.of();
        }
    }

    private static String count(List<?> some, String name) {
        return some.size() + " " + name + (some.size() == 1 ? "" : "s");
    }

    private static void warn(RuleBook book, Registry registry, PrintWriter out) {
        for (Rule rule : book.rules()) {
            WatchedPorts watched = WatchedPorts.of(rule, registry);
            if (watched.isEveryPort()) {
                out.println("warning: " + Printable.text(rule.title())
                        + ": no port restricts it, so it is evaluated for every flow");
            }
            if (watched.ports().isEmpty()) {
                out.println("warning: " + Printable.text(rule.title()) + ": no flow can match it");
            }
        }
    }
}
