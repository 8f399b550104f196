package io.portolan.flow.aws;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of VPC flow logs, with the version that brought them.
 *
 * <p>Source: "Flow log records", section "Available fields", of the Amazon VPC user guide. Writers of JSON and Parquet
 * spell {@code tcp-flags} also {@code tcp_flags} and {@code tcpFlags}, and {@code srcaddr} also {@code srcAddr}.
 */
enum AwsVpcField {
    VERSION("version", 2),
    ACCOUNT_ID("account-id", 2),
    INTERFACE_ID("interface-id", 2),
    SRCADDR("srcaddr", 2),
    DSTADDR("dstaddr", 2),
    SRCPORT("srcport", 2),
    DSTPORT("dstport", 2),
    PROTOCOL("protocol", 2),
    PACKETS("packets", 2),
    BYTES("bytes", 2),
    START("start", 2),
    END("end", 2),
    ACTION("action", 2),
    LOG_STATUS("log-status", 2),
    VPC_ID("vpc-id", 3),
    SUBNET_ID("subnet-id", 3),
    INSTANCE_ID("instance-id", 3),
    TCP_FLAGS("tcp-flags", 3),
    TYPE("type", 3),
    PKT_SRCADDR("pkt-srcaddr", 3),
    PKT_DSTADDR("pkt-dstaddr", 3),
    REGION("region", 4),
    AZ_ID("az-id", 4),
    SUBLOCATION_TYPE("sublocation-type", 4),
    SUBLOCATION_ID("sublocation-id", 4),
    PKT_SRC_AWS_SERVICE("pkt-src-aws-service", 5),
    PKT_DST_AWS_SERVICE("pkt-dst-aws-service", 5),
    FLOW_DIRECTION("flow-direction", 5),
    TRAFFIC_PATH("traffic-path", 5),
    ECS_CLUSTER_ARN("ecs-cluster-arn", 7),
    ECS_CLUSTER_NAME("ecs-cluster-name", 7),
    ECS_CONTAINER_INSTANCE_ARN("ecs-container-instance-arn", 7),
    ECS_CONTAINER_INSTANCE_ID("ecs-container-instance-id", 7),
    ECS_CONTAINER_ID("ecs-container-id", 7),
    ECS_SECOND_CONTAINER_ID("ecs-second-container-id", 7),
    ECS_SERVICE_NAME("ecs-service-name", 7),
    ECS_TASK_DEFINITION_ARN("ecs-task-definition-arn", 7),
    ECS_TASK_ARN("ecs-task-arn", 7),
    ECS_TASK_ID("ecs-task-id", 7),
    REJECT_REASON("reject-reason", 8),
    RESOURCE_ID("resource-id", 9),
    ENCRYPTION_STATUS("encryption-status", 10);

    private static final int DEFAULT_VERSION = 2;

    /** The default format: all fields of version 2 in their order. */
    static final List<String> DEFAULT_COLUMNS = Arrays.stream(values())
            .filter(field -> field.since == DEFAULT_VERSION)
            .map(field -> field.label)
            .toList();

    private static final Map<String, AwsVpcField> BY_NAME = byName();

    /** AWS's own name. */
    final String label;

    private final int since;

    AwsVpcField(String label, int since) {
        this.label = label;
        this.since = since;
    }

    /** The field of a name in any spelling. */
    static @Nullable AwsVpcField of(String name) {
        AwsVpcField field = BY_NAME.get(name);
        return field != null ? field : BY_NAME.get(bare(name));
    }

    private static Map<String, AwsVpcField> byName() {
        Map<String, AwsVpcField> map = new HashMap<>();
        for (AwsVpcField field : values()) {
            map.put(field.label, field);
            map.put(field.label.replace('-', '_'), field);
            map.put(bare(field.label), field);
        }
        return Map.copyOf(map);
    }

    private static String bare(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
