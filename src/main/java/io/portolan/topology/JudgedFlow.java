package io.portolan.topology;

import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;

/** A flow on a watched port on its way to the alerts. */
record JudgedFlow(LabelledFlow labelled, Judgement judgement) {}
