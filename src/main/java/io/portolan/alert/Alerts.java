package io.portolan.alert;

import io.portolan.flow.Flow;
import io.portolan.judge.Judgement;
import io.portolan.judge.Rule;
import io.portolan.judge.RuleMatch;
import io.portolan.judge.Rules;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Factor;
import io.portolan.schema.Level;
import io.portolan.schema.PortAlert;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.RuleReference;
import io.portolan.schema.StoryKind;
import io.portolan.schema.StoryPhase;
import io.portolan.schema.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the alerts for a judged flow: one for each rule that has a severity for its verdict. */
public final class Alerts {
    private final Supplier<Rules> rules;

    public Alerts(Rules rules) {
        this(() -> rules);
    }

    public Alerts(Supplier<Rules> rules) {
        this.rules = rules;
    }

    /**
     * The alerts that the flow raises, none for most flows.
     *
     * @param origin where in Kafka the flow was read, empty if it was not
     */
    public List<PortAlert> of(LabelledFlow labelled, Judgement judgement, Optional<RecordPosition> origin) {
        if (judgement.verdict() == Verdict.NONE) {
            return List.of();
        }
        AlertFacts facts = AlertFacts.of(labelled, judgement);
        return rules.get().match(labelled, judgement, false).stream()
                .filter(match -> match.allowedBy().isEmpty())
                .map(RuleMatch::rule)
                .flatMap(rule -> rule.ceiling(judgement.verdict()).stream()
                        .map(severity -> alert(facts, rule, severity, origin)))
                .toList();
    }

    /** The key of an alert's record: the server endpoint and transport. */
    public static String key(PortAlert alert) {
        String prefix = alert.getRule().getId() + "/";
        return alert.getDedupKey().substring(prefix.length());
    }

    private static PortAlert alert(AlertFacts facts, Rule rule, Level severity, Optional<RecordPosition> origin) {
        Flow flow = facts.labelled().flow();
        List<Factor> factors = ScoreFactor.of(facts);
        return PortAlert.newBuilder()
                .setDedupKey(rule.id() + "/"
                        + facts.parties().serverKey(facts.transport().text()))
                .setRule(new RuleReference(
                        rule.id(),
                        rule.title(),
                        rule.level(),
                        rule.technique().orElse(null),
                        List.of(),
                        rule.description(),
                        List.of(),
                        rule.falsePositives()))
                .setVerdict(facts.judgement().verdict())
                .setSeverity(severity)
                .setScore(ScoreFactor.sum(factors))
                .setFactors(factors)
                .setSummary(Summary.of(facts))
                .setProtocol(flow.protocol())
                .setPort(facts.port())
                .setAssignment(facts.assignment().orElse(null))
                .setServer(facts.parties().server())
                .setClient(facts.parties().client())
                .setRoleBasis(facts.judgement().role().basis())
                .setRoleConfidence(facts.judgement().role().confidence())
                .setFlows(1)
                .setBytes(facts.parties().bytes())
                .setDistinctClients(1)
                .setFirstSeen(Instant.ofEpochMilli(flow.startTime()))
                .setLastSeen(Instant.ofEpochMilli(flow.endTime()))
                .setHypotheses(Hypotheses.of(facts))
                .setTriage(Triage.commands(facts))
                .setOrigin(origin.orElse(null))
                .setObserver(flow.observer().orElse(null))
                .setSourceFormat(flow.sourceFormat())
                .setRegistryVersion(facts.labelled().version().text().orElse(null))
                .setStory(StoryKind.SERVER)
                .setPhase(StoryPhase.OPENED)
                .build();
    }
}
