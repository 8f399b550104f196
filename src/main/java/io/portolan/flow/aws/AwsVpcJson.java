package io.portolan.flow.aws;

import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.json.FlowFields;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one JSON object: those of a flow, or text lines in {@code message}, or the envelope in which CloudWatch
 * Logs sends such lines to its subscribers.
 *
 * <p>Source: "Subscription filters with Amazon Kinesis Data Streams" of the CloudWatch Logs user guide: {@code
 * messageType} is DATA_MESSAGE, or CONTROL_MESSAGE where the destination is only tried.
 */
final class AwsVpcJson implements FlowFields {
    private static final Reading CONTROL = new Reading.NotAFlow("control message of CloudWatch Logs");
    private static final Reading NO_EVENTS = new Reading.NotAFlow("envelope without log events");
    private static final String EVENTS = "logEvents";
    private static final String MESSAGE = "message";

    private final SourceRecord record;
    private final AwsVpcFlow flows;
    private final AwsVpcLines lines;
    private final List<String> messages = new ArrayList<>();
    private String messageType = "";
    private boolean envelope;
    private boolean withinEvent;
    private boolean told;

    AwsVpcJson(SourceRecord record, AwsVpcFlow flows, AwsVpcLines lines) {
        this.record = record;
        this.flows = flows;
        this.lines = lines;
    }

    @Override
    public void clear() {
        record.clear();
        messages.clear();
        messageType = "";
        envelope = false;
        withinEvent = false;
        told = false;
    }

    @Override
    public void text(String name, String value) throws UnreadableFlowException {
        if (name.equals(MESSAGE)) {
            messages.add(value);
            told = true;
        } else if (name.equals("messageType")) {
            messageType = value;
        } else if (!withinEvent) {
            record.text(name, value);
        }
    }

    @Override
    public void number(String name, long value) throws UnreadableFlowException {
        if (!withinEvent) {
            record.number(name, value);
        }
    }

    @Override
    public void list(String name, String values) throws UnreadableFlowException {
        if (!withinEvent) {
            record.list(name, values);
        }
    }

    @Override
    public boolean entersItems(String name) {
        boolean events = !withinEvent && name.equals(EVENTS);
        envelope |= events;
        return events;
    }

    /** Of an event only the line itself is read, and not what a filter extracted from it. */
    @Override
    public boolean enter(String name) {
        if (withinEvent || !name.equals(EVENTS)) {
            return false;
        }
        withinEvent = true;
        told = false;
        return true;
    }

    @Override
    public void leave() {
        withinEvent = false;
        if (!told) {
            messages.add("");
        }
    }

    @Override
    public void addTo(ReadingBuilder readings) throws UnreadableFlowException {
        if (messageType.equals("CONTROL_MESSAGE")) {
            readings.add(CONTROL);
        } else if (envelope && messages.isEmpty()) {
            readings.add(NO_EVENTS);
        } else if (messages.isEmpty()) {
            readings.add(flows.read(record));
        } else {
            // The lines use the record again.
            messages.forEach(message -> addMessage(readings, message));
        }
    }

    private void addMessage(ReadingBuilder readings, String message) {
        if (message.isBlank()) {
            readings.add(new UnreadableFlowException("message is missing: a log event without a line"));
        } else {
            lines.addTo(readings, message);
        }
    }
}
