package io.portolan.topology;

import io.portolan.judge.Judgement;

/** A flow on a watched port on its way to its story. */
record JudgedFlow(LabelledRead read, Judgement judgement) implements Watched {}
