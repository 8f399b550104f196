package io.portolan.alert;

import io.portolan.flow.Flow;
import io.portolan.judge.Rule;
import io.portolan.schema.Level;
import io.portolan.schema.PortAlert;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.RuleReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an alert that can be understood by someone who reads nothing else. */
public final class Alerts {
    private static final int NAMED_ADDRESSES = 10;

    private Alerts() {}

    /** The severity that an alert of these facts has: what the score says, and at most what the rule allows. */
    public static Level severity(AlertFacts facts, Level ceiling) {
        Level severity = Severity.of(ScoreFactor.score(facts));
        return severity.compareTo(ceiling) < 0 ? severity : ceiling;
    }

    /** Key of the records of a story, and the end of its dedup key: the server endpoint, or the scanner and port. */
    public static String key(AlertFacts facts) {
        String transport = facts.transport().text();
        return facts.gathered().isScan()
                ? facts.parties().scanKey(transport)
                : facts.parties().serverKey(transport);
    }

    /** Key of the record of an alert. */
    public static String key(PortAlert alert) {
        return alert.getDedupKey().substring(alert.getRule().getId().length() + 1);
    }

    /**
     * The alert.
     *
     * @param ceiling the highest severity that the rule allows for the verdict
     * @param origin where in Kafka the flow that tells most was read, empty if it was not
     */
    public static PortAlert of(
            AlertFacts facts, Rule rule, Level ceiling, Moment moment, Optional<RecordPosition> origin) {
        PortAlert.Builder alert = PortAlert.newBuilder();
        judged(alert, facts, rule, ceiling);
        counted(alert, facts.gathered());
        explained(alert, facts, rule);
        return alert.setPhase(moment.phase())
                .setUpdate(moment.update())
                .setChange(moment.change())
                .setRaisedAt(moment.raisedAt())
                .setOrigin(origin.orElse(null))
                .setObserver(facts.labelled().flow().observer().orElse(null))
                .setSourceFormat(facts.labelled().flow().sourceFormat())
                .setRegistryVersion(facts.labelled().version().text().orElse(null))
                .build();
    }

    private static void judged(PortAlert.Builder alert, AlertFacts facts, Rule rule, Level ceiling) {
        alert.setDedupKey(rule.id() + "/" + key(facts))
                .setRule(reference(rule))
                .setVerdict(facts.judgement().verdict())
                .setSeverity(severity(facts, ceiling))
                .setScore(ScoreFactor.score(facts))
                .setFactors(ScoreFactor.of(facts))
                .setProtocol(facts.labelled().flow().protocol())
                .setPort(facts.port())
                .setAssignment(facts.assignment().orElse(null))
                .setServer(facts.parties().server())
                .setClient(facts.parties().client())
                .setRoleBasis(facts.judgement().role().basis())
                .setRoleConfidence(facts.judgement().role().confidence());
    }

    private static void counted(PortAlert.Builder alert, Gathered gathered) {
        List<String> named =
                gathered.addresses().stream().limit(NAMED_ADDRESSES).toList();
        alert.setStory(gathered.kind())
                .setFlows(gathered.flows())
                .setSuppressed(Math.max(0, gathered.flows() - gathered.raised()))
                .setBytes(gathered.bytes())
                .setBytesFromServer(known(gathered.bytesFromServer()))
                .setBytesFromClient(known(gathered.bytesFromClient()))
                .setFirstSeen(gathered.firstStart())
                .setLastSeen(gathered.lastEnd())
                .setPeriod(gathered.period().map(Duration::toMillis).orElse(null));
        if (gathered.isScan()) {
            alert.setTargets(gathered.distinct())
                    .setTargetAddresses(named)
                    .setDistinctClients(1)
                    .setClients(List.of(alert.getClient().getAddress()));
        } else {
            alert.setDistinctClients(gathered.distinct()).setClients(named);
        }
    }

    private static void explained(PortAlert.Builder alert, AlertFacts facts, Rule rule) {
        alert.setSummary(Summary.of(facts))
                .setHypotheses(Hypotheses.of(facts))
                .setTriage(Triage.commands(facts))
                .setAllowList(AllowList.of(facts, rule));
    }

    private static RuleReference reference(Rule rule) {
        return new RuleReference(
                rule.id(),
                rule.title(),
                rule.level(),
                rule.technique().orElse(null),
                rule.tags(),
                rule.description(),
                rule.references(),
                rule.falsePositives());
    }

    private static @Nullable Long known(long count) {
        return count == Flow.UNKNOWN ? null : Long.valueOf(count);
    }
}
