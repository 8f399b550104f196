package io.portolan.flow;

import java.util.List;

/** What a parser makes of one record: one flow, several, or none. What cannot be read is an {@link UnreadableFlowException}. */
public sealed interface Reading permits Flow, Reading.Flows, Reading.NotAFlow {

    /** Several flows of one record, in their order, and what of the record could not be read. */
    final class Flows implements Reading {
        private final List<Flow> flows;
        private final List<Unreadable> unreadable;
        private final byte[] record;

        /**
         * @param flows what could be read
         * @param unreadable what could not; empty if all could
         * @param record the record as a whole, not copied
         */
        public Flows(List<Flow> flows, List<Unreadable> unreadable, byte[] record) {
            this.flows = List.copyOf(flows);
            this.unreadable = List.copyOf(unreadable);
            this.record = record;
        }

        public List<Flow> flows() {
            return flows;
        }

        public List<Unreadable> unreadable() {
            return unreadable;
        }

        /** The record as a whole. Not to be changed. */
        public byte[] record() {
            return record;
        }
    }

    /**
     * One flow of a record that could not be read, while others could.
     *
     * @param index place of the flow within its record, from 0
     * @param cause what is wrong with it
     */
    record Unreadable(int index, String cause) {}

    /**
     * A record that is sound and reports no flow: a header line, a comment, an interval without data.
     *
     * @param reason what it is instead, in a few words that can be counted by
     */
    record NotAFlow(String reason) implements Reading {}
}
