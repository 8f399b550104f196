package io.portolan.alert;

import io.portolan.schema.Documentation;
import io.portolan.schema.Factor;
import io.portolan.schema.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The addends of an alert's score. The points are ours; docs/detection.md shows this table and is held equal to it by a
 * test.
 */
public enum ScoreFactor {
    ANSWERED(40, "the server answered"),
    UNANSWERED(5, "nothing shows that the server answered"),
    ROLES_UNTOLD(10, "who is the server cannot be told"),
    OUTSIDE_PARTY(20, "the other side has a public address"),
    BARE_PORT(15, "the registry has nothing but a name for the port"),
    UNAUTHORIZED_USE(10, "unauthorized use of the port was reported to IANA"),
    BYTES_OUT_OVER_IN(10, "the server sent more than it received"),
    LOW_ROLE_CONFIDENCE(-10, "who is the server is less than 90 % sure");

    private static final int LOWEST = 0;
    private static final int HIGHEST = 100;
    private static final int SURE = 90;

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
        return Arrays.stream(values())
                .filter(factor -> factor.appliesTo(facts))
                .map(factor -> new Factor(factor.text(), factor.points, factor.reason))
                .toList();
    }

    /** The sum, held within 0-100. */
    static int sum(List<Factor> factors) {
        int sum = factors.stream().mapToInt(Factor::getPoints).sum();
        return Math.max(LOWEST, Math.min(HIGHEST, sum));
    }

    private boolean appliesTo(AlertFacts facts) {
        Verdict verdict = facts.judgement().verdict();
        return switch (this) {
            case ANSWERED -> verdict == Verdict.SESSION;
            case UNANSWERED -> verdict == Verdict.PROBE;
            case ROLES_UNTOLD -> verdict == Verdict.UNCERTAIN;
            case OUTSIDE_PARTY -> facts.parties().clientIsOutside();
            case BARE_PORT -> facts.documentation() == Documentation.BARE;
            case UNAUTHORIZED_USE ->
                facts.assignment()
                        .filter(entry -> entry.getUnauthorizedUse() != null)
                        .isPresent();
            case BYTES_OUT_OVER_IN -> facts.parties().serverSentMore();
            case LOW_ROLE_CONFIDENCE -> facts.judgement().role().confidence() < SURE;
        };
    }
}
