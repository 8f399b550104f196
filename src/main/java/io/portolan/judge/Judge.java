package io.portolan.judge;

import io.portolan.label.LabelledFlow;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.function.Supplier;

/** Judges labelled flows, each by itself, by the rules in force. */
public final class Judge {
    private final Supplier<Rules> rules;

    /** A judge by rules that stay. */
    public Judge(Rules rules) {
        this(() -> rules);
    }

    /** A judge by rules that may be exchanged while it judges. */
    public Judge(Supplier<Rules> rules) {
        this.rules = rules;
    }

    public Judgement judge(LabelledFlow labelled) {
        Role role = Roles.of(labelled);
        Rules now = rules.get();
        Side watched = now.watched(labelled, role);
        if (watched == Side.UNKNOWN) {
            return new Judgement(role, Verdict.NONE, Side.UNKNOWN);
        }
        Judgement judgement = new Judgement(role, verdict(labelled, role, watched), watched);
        boolean allowed = judgement.verdict() != Verdict.COINCIDENCE && now.isAllowed(labelled, judgement);
        return allowed ? new Judgement(role, Verdict.ALLOWED, watched) : judgement;
    }

    private static Verdict verdict(LabelledFlow labelled, Role role, Side watched) {
        if (!role.isTelling()) {
            return Verdict.UNCERTAIN;
        }
        if (role.server() != watched) {
            return Verdict.COINCIDENCE;
        }
        if (role.isGuess()) {
            return Verdict.UNCERTAIN;
        }
        return Answer.isSeen(labelled.flow(), role.server()) ? Verdict.SESSION : Verdict.PROBE;
    }
}
