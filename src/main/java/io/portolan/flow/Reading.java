package io.portolan.flow;

import java.util.List;

/** What a parser makes of one record: one flow, several, or none. What cannot be read is an {@link UnreadableFlowException}. */
public sealed interface Reading permits Flow, Reading.Flows, Reading.NotAFlow {

    /**
     * Several flows of one record, in their order.
     *
     * @param flows what could be read
     * @param unreadable what could not; empty if all could
     */
    record Flows(List<Flow> flows, List<Unreadable> unreadable) implements Reading {
        public Flows {
            flows = List.copyOf(flows);
            unreadable = List.copyOf(unreadable);
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
