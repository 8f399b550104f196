package io.portolan.flow.aws;

import static io.portolan.flow.field.FlowField.ACTION;
import static io.portolan.flow.field.FlowField.ATTRIBUTES;
import static io.portolan.flow.field.FlowField.BYTES;
import static io.portolan.flow.field.FlowField.DST_ADDRESS;
import static io.portolan.flow.field.FlowField.DST_PORT;
import static io.portolan.flow.field.FlowField.END_TIME;
import static io.portolan.flow.field.FlowField.OBSERVER;
import static io.portolan.flow.field.FlowField.PACKETS;
import static io.portolan.flow.field.FlowField.PROTOCOL;
import static io.portolan.flow.field.FlowField.SRC_ADDRESS;
import static io.portolan.flow.field.FlowField.SRC_PORT;
import static io.portolan.flow.field.FlowField.START_TIME;
import static io.portolan.flow.field.ValueKind.TIME;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowField;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.text.LineRecords;
import java.util.List;
import java.util.Set;

/**
 * The format {@code aws-vpc}.
 *
 * <p>Source: "Flow log records", section "Available fields", of the Amazon VPC user guide. Writers of JSON, CSV and
 * Parquet spell {@code tcp-flags} also {@code tcp_flags} and {@code tcpFlags}, and {@code srcaddr} also {@code srcAddr}.
 */
public final class AwsVpcFormat {
    /** Its name in a configuration. */
    public static final String NAME = "aws-vpc";

    private static final FieldTable.Builder T = FieldTable.foldingBuilder();

    static final SourceField VERSION =
            T.text("version").note("without a header, only 2 has an order").fills();
    static final SourceField ACCOUNT_ID = T.text("account-id").fills(ATTRIBUTES);
    static final SourceField INTERFACE_ID = T.text("interface-id").fills(OBSERVER);
    static final SourceField SRCADDR = T.text("srcaddr").fills(SRC_ADDRESS);
    static final SourceField DSTADDR = T.text("dstaddr").fills(DST_ADDRESS);
    static final SourceField SRCPORT = T.count("srcport").fills(SRC_PORT);
    static final SourceField DSTPORT = T.count("dstport").fills(DST_PORT);
    static final SourceField IP_PROTOCOL = T.count("protocol").fills(PROTOCOL);
    static final SourceField PACKET_COUNT = T.count("packets").fills(PACKETS);
    static final SourceField BYTE_COUNT = T.count("bytes").fills(BYTES);
    static final SourceField START = T.field(TIME, "start").fills(START_TIME);
    static final SourceField END = T.field(TIME, "end").fills(END_TIME);
    static final SourceField DECISION = T.text("action").fills(ACTION);
    static final SourceField LOG_STATUS =
            T.text("log-status").note("NODATA and SKIPDATA are no flows").fills();
    static final SourceField TCP_FLAGS =
            T.count("tcp-flags").note("FIN 1, SYN 2, RST 4, SYN-ACK 18 only").fills(FlowField.TCP_FLAGS);
    static final SourceField PKT_SRCADDR =
            T.text("pkt-srcaddr").note("if there is no srcaddr").fills(SRC_ADDRESS, ATTRIBUTES);
    static final SourceField PKT_DSTADDR =
            T.text("pkt-dstaddr").note("if there is no dstaddr").fills(DST_ADDRESS, ATTRIBUTES);

    /** Fields of version 3 and later under their names, all of which are kept. */
    private static final List<String> KEPT = List.of(
            "vpc-id",
            "subnet-id",
            "instance-id",
            "type",
            "region",
            "az-id",
            "sublocation-type",
            "sublocation-id",
            "pkt-src-aws-service",
            "pkt-dst-aws-service",
            "flow-direction",
            "traffic-path",
            "ecs-cluster-arn",
            "ecs-cluster-name",
            "ecs-container-instance-arn",
            "ecs-container-instance-id",
            "ecs-container-id",
            "ecs-second-container-id",
            "ecs-service-name",
            "ecs-task-definition-arn",
            "ecs-task-arn",
            "ecs-task-id",
            "reject-reason",
            "resource-id",
            "encryption-status");

    static final FieldTable TABLE = table();

    private AwsVpcFormat() {}

    /**
     * JSON, or text in the configured columns, in those of a header line in the record, or in the default order; a
     * configured column is a name such as {@code tcp-flags}, or as in AWS's own format string <code>${tcp-flags}</code>.
     */
    public static FlowFormat format() {
        return new FlowFormat(
                NAME,
                "AWS VPC flow logs: text or CSV in version 2's order, in any order that is configured or in a header;"
                        + " JSON; the envelope of a CloudWatch Logs subscription",
                AwsVpcParser::new,
                in -> new LineRecords(in, AwsVpcHeader::after),
                TABLE.describe(),
                new Recognition(
                        List.of(
                                Set.of("srcaddr"),
                                Set.of("srcAddr"),
                                Set.of("logEvents"),
                                Set.of("log-status"),
                                Set.of("log_status"),
                                Set.of("logStatus")),
                        AwsVpcHeader::isAwsVpc));
    }

    private static FieldTable table() {
        KEPT.forEach(name -> T.text(name).fills(ATTRIBUTES));
        return T.absent("-").build();
    }
}
