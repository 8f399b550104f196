package io.portolan.app.rules;

import io.portolan.app.label.Output;
import io.portolan.app.terminal.Printable;
import io.portolan.flow.Flow;
import io.portolan.judge.Judgement;
import io.portolan.judge.Role;
import io.portolan.judge.RuleTrial;
import io.portolan.judge.Rules;
import io.portolan.judge.sigma.Detection.Answered;
import io.portolan.judge.sigma.Truth;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Side;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Prints what rules and filters make of each flow that they watch, and why, for people. */
public final class TrialText implements Output {
    private final Rules rules;
    private final Writer out;

    public TrialText(Rules rules, Writer out) {
        this.rules = rules;
        this.out = out;
    }

    @Override
    public void write(LabelledFlow labelled, Judgement judgement) throws IOException {
        List<RuleTrial> trials = rules.trials(labelled, judgement);
        if (trials.isEmpty()) {
            return;
        }
        line(head(labelled, judgement));
        for (RuleTrial trial : trials) {
            line("  " + word(trial) + "  " + trial.rule().title() + " ("
                    + trial.rule().id() + ")" + ceiling(trial, judgement));
            items(trial.items());
            for (RuleTrial.FilterTrial filter : trial.filters()) {
                line("    " + (filter.allows() ? "allowed by" : "not allowed by") + "  "
                        + filter.filter().title() + " (" + filter.filter().id() + ")");
                items(filter.items());
            }
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private static String head(LabelledFlow labelled, Judgement judgement) {
        Flow flow = labelled.flow();
        Role role = judgement.role();
        String server = role.server() == Side.UNKNOWN
                ? "server not told"
                : "server is the %s, %s, %d %% sure"
                        .formatted(role.server().name().toLowerCase(Locale.ROOT), role.basis(), role.confidence());
        return "%s -> %s %s  %s  (%s)"
                .formatted(
                        endpoint(flow.srcAddress(), flow.srcPort()),
                        endpoint(flow.dstAddress(), flow.dstPort()),
                        Objects.requireNonNull(labelled.transport(), "a watched port has a transport"),
                        judgement.verdict(),
                        server);
    }

    private static String endpoint(String address, int port) {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }

    private static String word(RuleTrial trial) {
        Truth truth = trial.truth();
        return truth.isTrue() ? "matches" : truth.mayBeTrue() ? "may match" : "no match";
    }

    private static String ceiling(RuleTrial trial, Judgement judgement) {
        if (!trial.isOpen()) {
            return "";
        }
        return trial.rule()
                .ceiling(judgement.verdict())
                .map(level -> ", alerts at most " + level.name().toLowerCase(Locale.ROOT))
                .orElse(", raises no alert for this verdict");
    }

    private void items(List<Answered> items) throws IOException {
        for (Answered item : items) {
            line("      %-7s  %s: %s  [%s]".formatted(item.truth(), item.selection(), item.item(), item.value()));
        }
    }

    private void line(String text) throws IOException {
        out.write(Printable.text(text));
        out.write(System.lineSeparator());
    }
}
