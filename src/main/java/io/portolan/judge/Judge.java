package io.portolan.judge;

import io.portolan.label.LabelledFlow;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;

/** Judges labelled flows, each by itself, by the rules in force. */
public final class Judge {
    private final Rules rules;

    public Judge(Rules rules) {
        this.rules = rules;
    }

    public Judgement judge(LabelledFlow labelled) {
        Role role = Roles.of(labelled);
        boolean src = rules.isWatched(labelled.transport(), labelled.flow().srcPort());
        boolean dst = rules.isWatched(labelled.transport(), labelled.flow().dstPort());
        if (!src && !dst) {
            return new Judgement(role, Verdict.NONE, Side.UNKNOWN);
        }
        Side watched = watchedSide(role, src, dst);
        return new Judgement(role, verdict(labelled, role, watched), watched);
    }

    private static Side watchedSide(Role role, boolean src, boolean dst) {
        if (src && dst) {
            return role.server() == Side.UNKNOWN ? Side.DESTINATION : role.server();
        }
        return src ? Side.SOURCE : Side.DESTINATION;
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
