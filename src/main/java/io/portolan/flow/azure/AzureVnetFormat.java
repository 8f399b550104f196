package io.portolan.flow.azure;

import static io.portolan.flow.field.FlowField.ACTION;
import static io.portolan.flow.field.FlowField.ATTRIBUTES;
import static io.portolan.flow.field.FlowField.BYTES;
import static io.portolan.flow.field.FlowField.DST_ADDRESS;
import static io.portolan.flow.field.FlowField.DST_PORT;
import static io.portolan.flow.field.FlowField.OBSERVER;
import static io.portolan.flow.field.FlowField.PACKETS;
import static io.portolan.flow.field.FlowField.PROTOCOL;
import static io.portolan.flow.field.FlowField.REVERSE_BYTES;
import static io.portolan.flow.field.FlowField.REVERSE_PACKETS;
import static io.portolan.flow.field.FlowField.SRC_ADDRESS;
import static io.portolan.flow.field.FlowField.SRC_PORT;
import static io.portolan.flow.field.FlowField.START_TIME;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.ValueKind;
import io.portolan.flow.json.EnvelopeRecords;
import io.portolan.flow.json.JsonFormat;
import io.portolan.flow.json.JsonParser;
import java.util.List;
import java.util.Set;

/**
 * The format {@code azure-vnet}: flow logs of virtual networks, version 4.
 *
 * <p>Source: "Virtual network flow logs", section "Log format", of the documentation of Azure Network Watcher. The columns
 * of a tuple have the names that they have there.
 */
public final class AzureVnetFormat {
    static final String NAME = AzureLog.VNET.format();

    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField CATEGORY = T.text(AzureLog.CATEGORY)
            .note("FlowLogFlowEvent; other records are passed over, those of network security groups are refused")
            .fills();
    static final SourceField TARGET = T.text("targetResourceID")
            .note("the virtual network, subnet or interface")
            .fills(ATTRIBUTES);
    static final SourceField ACL = T.text("aclID")
            .note("the network security group or network manager; unspecified if encryption was the reason to deny")
            .fills(ATTRIBUTES);
    static final SourceField RULE = T.text("rule").fills(ATTRIBUTES);
    static final SourceField MAC =
            T.text("macAddress").note("of the network interface").fills(OBSERVER);
    static final SourceField TIME = T.field(ValueKind.TIME, "Time Stamp", "flowTuples.1")
            .note(
                    "milliseconds; the first column of a flow tuple, whose columns have no names in the log; the flow's end"
                            + " as well")
            .fills(START_TIME);
    static final SourceField SRC_IP = T.text("Source IP", "flowTuples.2").fills(SRC_ADDRESS);
    static final SourceField DST_IP = T.text("Destination IP", "flowTuples.3").fills(DST_ADDRESS);
    static final SourceField SRC = T.count("Source port", "flowTuples.4").fills(SRC_PORT);
    static final SourceField DST = T.count("Destination port", "flowTuples.5").fills(DST_PORT);
    static final SourceField NUMBER = T.count("Protocol", "flowTuples.6").fills(PROTOCOL);
    static final SourceField DIRECTION = T.text("Flow direction", "flowTuples.7")
            .note("I inbound, O outbound; which side opened is not said")
            .fills(ATTRIBUTES);
    static final SourceField STATE = T.text("Flow state", "flowTuples.8")
            .note(
                    "D deny is rejected, all others were allowed; B begin and D are without counters; C continuing and E end"
                            + " have what was counted since the record before; E is not said to be in order, so none is a state of"
                            + " the conversation")
            .fills(ACTION, ATTRIBUTES);
    static final SourceField ENCRYPTION = T.text("Flow encryption", "flowTuples.9")
            .note("X encrypted, NX and NX_... not")
            .fills(ATTRIBUTES);
    static final SourceField SENT = T.count("Packets sent", "flowTuples.10").fills(PACKETS);
    static final SourceField BYTES_SENT =
            T.count("Bytes sent", "flowTuples.11").note("with headers").fills(BYTES);
    static final SourceField RECEIVED =
            T.count("Packets received", "flowTuples.12").fills(REVERSE_PACKETS);
    static final SourceField BYTES_RECEIVED =
            T.count("Bytes received", "flowTuples.13").note("with headers").fills(REVERSE_BYTES);

    private static final FieldTable TABLE = T.build();

    private AzureVnetFormat() {}

    /** JSON; a record has many flows, an envelope many records. */
    public static FlowFormat format() {
        return new FlowFormat(
                NAME,
                "Azure flow logs of virtual networks, version 4: blobs (PT1H.json) and Event Hubs",
                JsonFormat.withoutColumns(NAME, () -> new JsonParser(new AzureRecords(tuples()))),
                in -> new EnvelopeRecords(in, AzureRecords.LIST),
                TABLE.describe(),
                Recognition.ofJson(List.of(Set.of("records.flowRecords.flows"), Set.of("flowRecords.flows"))));
    }

    private static AzureTuples tuples() {
        List<SourceField> columns = List.of(
                TIME,
                SRC_IP,
                DST_IP,
                SRC,
                DST,
                NUMBER,
                DIRECTION,
                STATE,
                ENCRYPTION,
                SENT,
                BYTES_SENT,
                RECEIVED,
                BYTES_RECEIVED);
        return new AzureTuples(AzureLog.VNET, TABLE, columns, columns.size(), new AzureVnetFlow(TABLE));
    }
}
