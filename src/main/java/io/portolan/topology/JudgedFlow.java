package io.portolan.topology;

import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;

/** A flow on a watched port on its way to its story. */
record JudgedFlow(LabelledFlow labelled, Judgement judgement) implements Watched {}
