package io.portolan.alert;

import io.portolan.schema.Documentation;
import io.portolan.schema.Factor;
import io.portolan.schema.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The addends of an alert's score. The points are ours; docs/detection.md shows this table and is held equal to it by a
 * test. They are weighed so that an answered flow is of medium severity inside and of high severity with a side outside,
 * whatever else holds.
 */
public enum ScoreFactor {
    ANSWERED(40, "the server answered"),
    UNANSWERED(20, "nothing shows that the server answered"),
    ROLES_UNTOLD(10, "who is the server cannot be told"),
    OUTSIDE_PARTY(40, "one of both sides has a public address"),
    BARE_PORT(5, "the registry has nothing but a name for the port"),
    FIRST_SEEN(5, "no earlier story of this is remembered"),
    REPEATED_AT_A_PERIOD(10, "a client comes back at a period"),
    LONG_LIVED(5, "a conversation lasted an hour or longer"),
    BYTES_OUT_OVER_IN(5, "the server sent more than it received"),
    UNAUTHORIZED_USE(5, "unauthorized use of the port was reported to IANA"),
    LOW_ROLE_CONFIDENCE(-5, "who is the server is less than 90 % sure");

    private static final List<ScoreFactor> TABLE = List.of(values());
    private static final int LOWEST = 0;
    private static final int HIGHEST = 100;
    private static final int SURE = 90;
    private static final Duration LONG = Duration.ofHours(1);

    private final int points;
    private final String reason;

    ScoreFactor(int points, String reason) {
        this.points = points;
        this.reason = reason;
    }

    /** What the factor adds to the score; may be negative. */
    public int points() {
        return points;
    }

    /** Why it applies, for a reader. */
    public String reason() {
        return reason;
    }

    /** As the alert calls it, for example {@code outside_party}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The factors that apply, in the order of this table. */
    static List<Factor> of(AlertFacts facts) {
        return TABLE.stream()
                .filter(factor -> factor.appliesTo(facts))
                .map(factor -> new Factor(factor.text(), factor.points, factor.reason))
                .toList();
    }

    /** Their sum, held within 0-100. Every flow of a story is asked for it, and few are told of: nothing else is made. */
    static int score(AlertFacts facts) {
        int sum = 0;
        for (ScoreFactor factor : TABLE) {
            sum += factor.appliesTo(facts) ? factor.points : 0;
        }
        return Math.max(LOWEST, Math.min(HIGHEST, sum));
    }

    private boolean appliesTo(AlertFacts facts) {
        Verdict verdict = facts.judgement().verdict();
        Gathered gathered = facts.gathered();
        return switch (this) {
            case ANSWERED -> verdict == Verdict.SESSION;
            case UNANSWERED -> verdict == Verdict.PROBE;
            case ROLES_UNTOLD -> verdict == Verdict.UNCERTAIN;
            case OUTSIDE_PARTY -> gathered.outside();
            case BARE_PORT -> facts.documentation() == Documentation.BARE;
            case FIRST_SEEN -> gathered.firstSeen();
            case REPEATED_AT_A_PERIOD -> gathered.period().isPresent();
            case LONG_LIVED -> gathered.longest().compareTo(LONG) >= 0;
            case BYTES_OUT_OVER_IN -> gathered.serverSentMore();
            case UNAUTHORIZED_USE ->
                facts.label()
                        .entry()
                        .filter(entry -> entry.getUnauthorizedUse() != null)
                        .isPresent();
            case LOW_ROLE_CONFIDENCE -> facts.judgement().role().confidence() < SURE;
        };
    }
}
