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
import static io.portolan.flow.field.ValueKind.SECONDS;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.json.EnvelopeRecords;
import io.portolan.flow.json.JsonFormat;
import io.portolan.flow.json.JsonParser;
import java.util.List;
import java.util.Set;

/**
 * The format {@code azure-nsg}: flow logs of network security groups, versions 1 and 2.
 *
 * <p>Source: "Flow logging for network security groups", sections "Log format" and "Non-default inbound TCP rules", of
 * the documentation of Azure Network Watcher. The columns of a tuple have the names that they have there.
 */
public final class AzureNsgFormat {
    static final String NAME = AzureLog.NSG.format();

    /** The columns of version 1; version 2 has five more. */
    private static final int VERSION_1 = 8;

    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField CATEGORY = T.text(AzureLog.CATEGORY)
            .note("NetworkSecurityGroupFlowEvent; other records are passed over, those of virtual networks are refused")
            .fills();
    static final SourceField RESOURCE = T.text("resourceId", "resourceid")
            .note("the network security group")
            .fills(ATTRIBUTES);
    static final SourceField RULE = T.text("rule").fills(ATTRIBUTES);
    static final SourceField MAC =
            T.text("mac").note("of the network interface").fills(OBSERVER);
    static final SourceField RECORD_MAC =
            T.text("macAddress").note("of the record, where the flow has none").fills(OBSERVER);
    static final SourceField TIME = T.field(SECONDS, "Time stamp", "flowTuples.1")
            .note("the first column of a flow tuple, whose columns have no names in the log; the flow's end as well")
            .fills(START_TIME);
    static final SourceField SRC_IP = T.text("Source IP", "flowTuples.2").fills(SRC_ADDRESS);
    static final SourceField DST_IP = T.text("Destination IP", "flowTuples.3").fills(DST_ADDRESS);
    static final SourceField SRC = T.count("Source port", "flowTuples.4").fills(SRC_PORT);
    static final SourceField DST = T.count("Destination port", "flowTuples.5").fills(DST_PORT);
    static final SourceField LETTER =
            T.text("Protocol", "flowTuples.6").note("T TCP, U UDP").fills(PROTOCOL);
    static final SourceField DIRECTION = T.text("Traffic flow", "flowTuples.7")
            .note("I inbound, O outbound; which side opened is not said")
            .fills(ATTRIBUTES);
    static final SourceField DECISION = T.text("Traffic decision", "flowTuples.8")
            .note("A allowed, D denied")
            .fills(ACTION);
    static final SourceField STATE = T.text("Flow State", "flowTuples.9")
            .note("version 2: B begin, without counters; C continuing and E end, with what was counted since the record"
                    + " before; E is not said to be in order, so none is a state of the conversation")
            .fills(ATTRIBUTES);
    static final SourceField SENT = T.count("Packets sent", "flowTuples.10").fills(PACKETS);
    static final SourceField BYTES_SENT =
            T.count("Bytes sent", "flowTuples.11").note("with headers").fills(BYTES);
    static final SourceField RECEIVED =
            T.count("Packets received", "flowTuples.12").fills(REVERSE_PACKETS);
    static final SourceField BYTES_RECEIVED =
            T.count("Bytes received", "flowTuples.13").note("with headers").fills(REVERSE_BYTES);

    private static final FieldTable TABLE = T.build();

    private AzureNsgFormat() {}

    /** JSON; a record has many flows, an envelope many records. */
    public static FlowFormat format() {
        return new FlowFormat(
                NAME,
                "Azure flow logs of network security groups, versions 1 and 2: blobs (PT1H.json) and Event Hubs",
                JsonFormat.withoutColumns(NAME, () -> new JsonParser(new AzureRecords(tuples()))),
                in -> new EnvelopeRecords(in, AzureRecords.LIST),
                TABLE.describe(),
                Recognition.ofJson(List.of(
                        Set.of("records.category", "records.properties.flows"),
                        Set.of("category", "properties.flows"),
                        Set.of("records.category", "records.resourceId", "records.operationName"),
                        Set.of("category", "resourceId", "operationName"))));
    }

    private static AzureTuples tuples() {
        List<SourceField> columns = List.of(
                TIME,
                SRC_IP,
                DST_IP,
                SRC,
                DST,
                LETTER,
                DIRECTION,
                DECISION,
                STATE,
                SENT,
                BYTES_SENT,
                RECEIVED,
                BYTES_RECEIVED);
        return new AzureTuples(AzureLog.NSG, TABLE, columns, VERSION_1, new AzureNsgFlow(TABLE));
    }
}
