package io.portolan.flow.aws;

import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceRecord;
import io.portolan.schema.Action;
import java.util.Locale;

/**
 * Makes flows of records of a VPC flow log.
 *
 * <p>Flags: AWS joins those of the interval by OR, and knows FIN 1, SYN 2, RST 4 and SYN-ACK 18 only; an ACK without
 * SYN is not recorded, so 0 is no null scan but the middle of a connection. Source: field {@code tcp-flags} of "Flow log
 * records" in the Amazon VPC user guide. Every packet is counted: the sampling rate is 1. AWS does not say who opened.
 */
final class AwsVpcFlow implements FlowReader {
    private static final Reading NO_DATA = new Reading.NotAFlow("NODATA");
    private static final Reading SKIPPED = new Reading.NotAFlow("SKIPDATA");

    private final FlowAssembly flows = new FlowAssembly(AwsVpcFormat.NAME, AwsVpcFormat.TABLE);

    @Override
    public Reading read(SourceRecord record) throws UnreadableFlowException {
        return switch (record.text(AwsVpcFormat.LOG_STATUS)) {
            case "NODATA" -> NO_DATA;
            case "SKIPDATA" -> SKIPPED;
            default -> flows.of(record).action(action(record)).samplingRate(1).build();
        };
    }

    private static Action action(SourceRecord record) throws UnreadableFlowException {
        String action = record.text(AwsVpcFormat.DECISION);
        return switch (action.toUpperCase(Locale.ROOT)) {
            case "ACCEPT" -> Action.ACCEPT;
            case "REJECT" -> Action.REJECT;
            case "" -> Action.UNKNOWN;
            default -> throw UnreadableFlowException.field("action", action, "neither ACCEPT nor REJECT");
        };
    }
}
