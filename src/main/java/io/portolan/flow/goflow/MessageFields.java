package io.portolan.flow.goflow;

import static io.portolan.flow.goflow.MessageField.Kind.ADDRESS;
import static io.portolan.flow.goflow.MessageField.Kind.ADDRESSES;
import static io.portolan.flow.goflow.MessageField.Kind.LAYERS;
import static io.portolan.flow.goflow.MessageField.Kind.MAC;
import static io.portolan.flow.goflow.MessageField.Kind.NUMBER;
import static io.portolan.flow.goflow.MessageField.Kind.NUMBERS;
import static io.portolan.flow.goflow.MessageField.Kind.START_OR_FLAGS;
import static io.portolan.flow.goflow.MessageField.Kind.TRUTH;
import static io.portolan.flow.goflow.MessageField.Kind.TYPE;

/** The numbers of the fields in {@code pb/flow.proto} of versions 1 and 2. */
final class MessageFields {
    private static final int HIGHEST = 112;

    private final MessageField[] fields = new MessageField[HIGHEST + 1];

    private MessageFields() {}

    static MessageField[] byNumber() {
        MessageFields all = new MessageFields();
        all.putNumbers();
        all.putTimes();
        all.putOthers();
        return all.fields;
    }

    private void putNumbers() {
        row(NUMBER, 3, "sampling_rate", "sequence_num");
        row(NUMBER, 9, "bytes", "packets");
        row(NUMBER, 13, "next_hop_as", "src_as", "dst_as", "src_net", "dst_net", "in_if", "out_if", "proto");
        row(NUMBER, 21, "src_port", "dst_port", "ip_tos", "forwarding_status", "ip_ttl", "tcp_flags");
        row(NUMBER, 29, "vlan_id", "etype", "icmp_type", "icmp_code", "src_vlan", "dst_vlan");
        row(NUMBER, 35, "fragment_id", "fragment_offset", "ipv6_flow_label");
        row(NUMBER, 39, "ingress_vrf_id", "egress_vrf_id", "bi_flow_direction", "flow_direction");
        row(NUMBER, 54, "mpls_count", "mpls_1_ttl", "mpls_1_label", "mpls_2_ttl", "mpls_2_label");
        row(NUMBER, 59, "mpls_3_ttl", "mpls_3_label", "mpls_last_ttl", "mpls_last_label");
        row(NUMBER, 70, "observation_domain_id", "observation_point_id");
        row(NUMBER, 105, "ipv6_routing_header_seg_left");
    }

    private void putTimes() {
        row(NUMBER, 2, "time_received");
        row(NUMBER, 5, "time_flow_end");
        row(START_OR_FLAGS, 38, "ip_flags");
        row(NUMBER, 63, "time_flow_start_ms", "time_flow_end_ms");
        row(NUMBER, 110, "time_received_ns", "time_flow_start_ns", "time_flow_end_ns");
    }

    private void putOthers() {
        row(TYPE, 1, "type");
        row(ADDRESS, 6, "src_addr", "dst_addr");
        row(ADDRESS, 11, "sampler_address", "next_hop");
        row(MAC, 27, "src_mac", "dst_mac");
        row(TRUTH, 53, "has_mpls");
        row(ADDRESS, 65, "mpls_label_ip");
        row(NUMBERS, 80, "mpls_ttl", "mpls_label");
        row(ADDRESSES, 82, "mpls_ip");
        row(ADDRESS, 100, "bgp_next_hop");
        row(NUMBERS, 101, "bgp_communities", "as_path");
        row(LAYERS, 103, "layer_stack");
        row(ADDRESSES, 104, "ipv6_routing_header_addresses");
    }

    private void row(MessageField.Kind kind, int first, String... names) {
        for (int i = 0; i < names.length; i++) {
            fields[first + i] = new MessageField(names[i], kind);
        }
    }
}
