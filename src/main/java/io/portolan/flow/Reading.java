package io.portolan.flow;

import java.util.ArrayList;
import java.util.List;

/** What a parser makes of one record: one flow, several, or none. What cannot be read is an {@link UnreadableFlowException}. */
public sealed interface Reading permits Flow, Reading.Flows, Reading.NotAFlow {

    /** What one of several parts of a record was read as. */
    sealed interface Part permits Flow, NotAFlow, Unreadable {}

    /** A record of several parts, at least one of which is a flow. */
    final class Flows implements Reading {
        private final List<Part> parts;
        private final byte[] record;

        /**
         * @param parts what the parts were read as, in their order; their index in this list is their index in the record
         * @param record the record as a whole, not copied
         */
        public Flows(List<Part> parts, byte[] record) {
            this.parts = List.copyOf(parts);
            this.record = record;
        }

        public List<Part> parts() {
            return parts;
        }

        /** The parts that are flows. */
        public List<Flow> flows() {
            return of(Flow.class);
        }

        /** The parts that could not be read. */
        public List<Unreadable> unreadable() {
            return of(Unreadable.class);
        }

        /** The record as a whole. Not to be changed. */
        public byte[] record() {
            return record;
        }

        private <T extends Part> List<T> of(Class<T> type) {
            List<T> some = new ArrayList<>(parts.size());
            for (Part part : parts) {
                if (type.isInstance(part)) {
                    some.add(type.cast(part));
                }
            }
            return some;
        }
    }

    /**
     * One flow of a record that could not be read, while others could.
     *
     * @param index place of the flow within its record, from 0
     * @param cause what is wrong with it
     */
    record Unreadable(int index, String cause) implements Part {}

    /**
     * A record, or a part of one, that is sound and reports no flow: a header line, a comment, an interval without data.
     *
     * @param reason what it is instead, in a few words that can be counted by
     */
    record NotAFlow(String reason) implements Reading, Part {}
}
