package io.portolan.flow.gcp;

import static io.portolan.flow.field.FlowField.ACTION;
import static io.portolan.flow.field.FlowField.ATTRIBUTES;
import static io.portolan.flow.field.FlowField.BYTES;
import static io.portolan.flow.field.FlowField.DST_ADDRESS;
import static io.portolan.flow.field.FlowField.DST_PORT;
import static io.portolan.flow.field.FlowField.DUPLICATE;
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
import io.portolan.flow.field.SourceField;
import io.portolan.flow.json.JsonFormat;
import java.util.List;
import java.util.Set;

/**
 * The format {@code gcp-vpc}: entries of Cloud Logging with a flow as their {@code jsonPayload}, or that payload alone.
 *
 * <p>Source: "About VPC Flow Logs records", "About traffic flows" and "VPC Flow Logs" of the documentation of Google
 * Cloud's Virtual Private Cloud. Counters are estimates that make up for the packets that were not sampled, at a rate that
 * changes and that no record gives: {@code sampling_rate} stays unknown, and the counters are not to be multiplied.
 */
public final class GcpVpcFormat {
    static final String NAME = "gcp-vpc";

    private static final FieldTable.Builder T = FieldTable.builder();

    static final SourceField LOG = T.text("logName")
            .note("ends with vpc_flows, if the record has one; entries of other logs are passed over")
            .fills();
    static final SourceField REPORTER = T.text("reporter")
            .note(
                    "SRC or DEST, SRC_GATEWAY or DEST_GATEWAY; of two records of a flow within one subnet, where flow logs are"
                            + " on for both sides, that of DEST is the duplicate; between subnets nobody says whether the"
                            + " source reports as well")
            .fills(OBSERVER, DUPLICATE, ATTRIBUTES);
    static final SourceField NUMBER = T.count("connection.protocol")
            .note("absent of RDMA, which is passed over")
            .fills(PROTOCOL);
    static final SourceField SRC_IP = T.text("connection.src_ip").fills(SRC_ADDRESS);
    static final SourceField SRC = T.count("connection.src_port").fills(SRC_PORT);
    static final SourceField DST_IP = T.text("connection.dest_ip").fills(DST_ADDRESS);
    static final SourceField DST = T.count("connection.dest_port").fills(DST_PORT);
    static final SourceField SENT = T.count("packets_sent")
            .note("an estimate; from source to destination, as each direction is a record of its own")
            .fills(PACKETS);
    static final SourceField BYTES_SENT = T.count("bytes_sent")
            .note("an estimate, of payload without headers")
            .fills(BYTES);
    static final SourceField DROPPED =
            T.count("packets_dropped").note("of a record of dropped packets").fills(PACKETS);
    static final SourceField BYTES_DROPPED = T.count("bytes_dropped").fills(BYTES);
    static final SourceField STARTED = T.field(TIME, "start_time").fills(START_TIME);
    static final SourceField ENDED = T.field(TIME, "end_time").fills(END_TIME);
    static final SourceField DROP_REASON = T.text("drop_reason")
            .note("FIREWALL_DENY is rejected; for other reasons no filter acted")
            .fills(ACTION, ATTRIBUTES);
    static final SourceField INCLUSION = T.text("throughput_inclusion")
            .note(
                    "INCLUDED: the reporter's record of sent packets counts the dropped ones too, and this is the duplicate")
            .fills(DUPLICATE, ATTRIBUTES);
    static final SourceField SRC_VM =
            T.text("src_instance.vm_name").note("where it reports").fills(OBSERVER, ATTRIBUTES);
    static final SourceField DST_VM =
            T.text("dest_instance.vm_name").note("where it reports").fills(OBSERVER, ATTRIBUTES);
    static final SourceField SRC_GATEWAY =
            T.text("src_gateway.name").note("where it reports").fills(OBSERVER, ATTRIBUTES);
    static final SourceField DST_GATEWAY =
            T.text("dest_gateway.name").note("where it reports").fills(OBSERVER, ATTRIBUTES);
    static final SourceField SUBNET = T.text("resource.labels.subnetwork_name")
            .note("of the reporter, where it has no name")
            .fills(OBSERVER, ATTRIBUTES);
    static final SourceField SRC_PROJECT = T.text("src_vpc.project_id").fills(DUPLICATE, ATTRIBUTES);
    static final SourceField SRC_NETWORK = T.text("src_vpc.vpc_name").fills(DUPLICATE, ATTRIBUTES);
    static final SourceField SRC_REGION = T.text("src_vpc.subnetwork_region").fills(DUPLICATE, ATTRIBUTES);
    static final SourceField SRC_SUBNET = T.text("src_vpc.subnetwork_name").fills(DUPLICATE, ATTRIBUTES);
    static final SourceField DST_PROJECT = T.text("dest_vpc.project_id").fills(DUPLICATE, ATTRIBUTES);
    static final SourceField DST_NETWORK = T.text("dest_vpc.vpc_name").fills(DUPLICATE, ATTRIBUTES);
    static final SourceField DST_REGION = T.text("dest_vpc.subnetwork_region").fills(DUPLICATE, ATTRIBUTES);
    static final SourceField DST_SUBNET = T.text("dest_vpc.subnetwork_name").fills(DUPLICATE, ATTRIBUTES);
    static final SourceField RDMA =
            T.text("rdma_traffic_type").note("such a flow has no protocol").fills(ATTRIBUTES);

    /** Left out: what Cloud Logging says of the entry and not of the flow. */
    private static final FieldTable TABLE = T.transparent("jsonPayload")
            .keep("src_instance.managed_instance_group", "dest_instance.managed_instance_group")
            .keep("src_location", "dest_location", "src_google_service", "dest_google_service")
            .keep("src_gateway.vpc", "dest_gateway.vpc", "network_service", "round_trip_time", "labels")
            .keep("src_gke_details.cluster", "src_gke_details.pod", "src_gke_details.pod.workload")
            .keep("dest_gke_details.cluster", "dest_gke_details.pod", "dest_gke_details.pod.workload")
            .keep("src_serverless_details.cloud_run_service_details", "src_serverless_details.cloud_run_job_details")
            .keep("dest_serverless_details.cloud_run_service_details", "dest_serverless_details.cloud_run_job_details")
            .keep("load_balancing.vpc", "psc.psc_endpoint", "psc.psc_attachment")
            .ignore("insertId", "timestamp", "receiveTimestamp", "receiveLocation", "severity", "resource.type")
            .build();

    private GcpVpcFormat() {}

    /** JSON objects of Cloud Logging. */
    public static FlowFormat format() {
        return JsonFormat.of(
                NAME,
                "Google Cloud VPC Flow Logs, as entries of Cloud Logging or their jsonPayload; other logs are passed over",
                TABLE,
                () -> new GcpVpcFlow(TABLE),
                Recognition.ofJson(List.of(
                        Set.of("jsonPayload.connection.src_ip", "jsonPayload.reporter"),
                        Set.of("connection.src_ip", "reporter"),
                        Set.of("logName", "insertId", "resource.type"))));
    }
}
