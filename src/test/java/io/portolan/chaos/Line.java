package io.portolan.chaos;

import org.jspecify.annotations.Nullable;

/** A record of an input, and what has to come of it. */
final class Line {
    private final int partition;
    private final byte @Nullable [] value;
    private final int flows;
    private final int letters;

    /**
     * @param partition where it is written, so that the flows of one server are read in their order
     * @param value what a sensor would have sent
     * @param flows that have to come of it
     * @param letters dead letters that have to come of it
     */
    Line(int partition, byte @Nullable [] value, int flows, int letters) {
        this.partition = partition;
        this.value = value;
        this.flows = flows;
        this.letters = letters;
    }

    /** One of which a flow or a dead letter has to come. */
    static Line either(int partition, byte[] value) {
        return new Line(partition, value, Ledger.EITHER, Ledger.EITHER);
    }

    int partition() {
        return partition;
    }

    byte @Nullable [] value() {
        return value;
    }

    int flows() {
        return flows;
    }

    int letters() {
        return letters;
    }
}
