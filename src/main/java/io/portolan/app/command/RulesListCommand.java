package io.portolan.app.command;

import io.portolan.app.rules.WatchedPorts;
import io.portolan.app.terminal.Printable;
import io.portolan.judge.Filter;
import io.portolan.judge.InvalidRuleException;
import io.portolan.judge.Rule;
import io.portolan.judge.RuleBook;
import io.portolan.registry.Registry;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portolan rules list}: what rules and filters there are. */
@Command(
        name = "list",
        description = "List all rules, whether they are in force and which ports they watch; and all filters.")
public final class RulesListCommand implements Callable<Integer> {
    @Mixin
    private Knowledge knowledge;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InvalidRuleException {
        PrintWriter out = spec.commandLine().getOut();
        Registry registry = knowledge.registry(spec.commandLine().getErr());
        RuleBook book = knowledge.ruleBook();
        Set<String> inForce = knowledge.rules().all().stream().map(Rule::id).collect(Collectors.toSet());
        Table rules = new Table("RULE", "TITLE", "STATUS", "LEVEL", "FORCE", "PORTS");
        for (Rule rule : book.rules()) {
            rules.add(
                    rule.id(),
                    Printable.text(rule.title()),
                    rule.status().text(),
                    rule.level().name().toLowerCase(Locale.ROOT),
                    inForce.contains(rule.id()) ? "on" : "off",
                    WatchedPorts.of(rule, registry).text());
        }
        rules.print(out);
        if (!book.filters().isEmpty()) {
            out.println();
            print(book.filters(), out);
        }
        out.flush();
        return 0;
    }

    private static void print(List<Filter> all, PrintWriter out) {
        Table filters = new Table("FILTER", "TITLE", "RULES");
        for (Filter filter : all) {
            filters.add(filter.id(), Printable.text(filter.title()), String.join(", ", filter.rules()));
        }
        filters.print(out);
    }
}
