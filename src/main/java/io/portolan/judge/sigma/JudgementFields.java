package io.portolan.judge.sigma;

import static io.portolan.judge.sigma.FieldKind.FLAG;
import static io.portolan.judge.sigma.FieldKind.NUMBER;

import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.List;

/** What was judged: not known while a rule only asks whether it may match. */
final class JudgementFields {
    static final List<SigmaField> ALL = List.of(
            SigmaField.symbol(
                    "verdict",
                    Verdict.class,
                    "what the flow is on the watched port",
                    s -> s.story(story -> FieldValue.symbol(story.verdict()))),
            SigmaField.symbol(
                    "role.server",
                    Side.class,
                    "the side that is the server",
                    s -> s.story(story -> FieldValue.symbol(story.server()))),
            SigmaField.symbol(
                    "role.basis",
                    RoleBasis.class,
                    "the evidence for that",
                    s -> s.story(story -> FieldValue.symbol(story.basis()))),
            SigmaField.of(
                    "role.confidence",
                    NUMBER,
                    "how sure that is, 0-100 percent",
                    s -> s.story(story -> FieldValue.number(story.confidence()))),
            SigmaField.of(
                    "server.first_seen",
                    FLAG,
                    "whether the server is seen on this port for the first time",
                    s -> s.story(
                            story -> story.firstSeen().map(FieldValue::flag).orElse(FieldValue.Absent.OPEN))));

    private JudgementFields() {}
}
