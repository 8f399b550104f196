package io.portolan.app.label;

import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;
import java.io.Flushable;
import java.io.IOException;

/** Takes judged flows, one after the other. */
public interface Output extends Flushable {
    /**
     * Writes what it has to say of one flow, if anything.
     *
     * @throws IOException if it cannot be written
     */
    void write(LabelledFlow labelled, Judgement judgement) throws IOException;

    /**
     * Writes what is left to say after the last flow.
     *
     * @throws IOException if it cannot be written
     */
    default void end() throws IOException {}
}
