package io.portolan.app.job;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Records as pmacct's {@code plugin_cmn_avro.c} builds their schemas: names without namespace, counters that may be null. */
final class PmacctAvro {
    private static final Schema DATA = SchemaBuilder.record("acct_data")
            .fields()
            .name("label")
            .type()
            .map()
            .values()
            .stringType()
            .noDefault()
            .requiredString("peer_ip_src")
            .requiredLong("iface_in")
            .requiredString("ip_src")
            .requiredString("ip_dst")
            .requiredLong("port_src")
            .requiredLong("port_dst")
            .name("tcp_flags")
            .type()
            .array()
            .items()
            .stringType()
            .noDefault()
            .requiredString("ip_proto")
            .requiredLong("sampling_rate")
            .requiredString("timestamp_start")
            .name("timestamp_end")
            .type()
            .unionOf()
            .nullType()
            .and()
            .stringType()
            .endUnion()
            .noDefault()
            .requiredDouble("lat_ip_src")
            .name("custom_primitives")
            .type()
            .map()
            .values()
            .stringType()
            .noDefault()
            .name("packets")
            .type()
            .unionOf()
            .nullType()
            .and()
            .longType()
            .endUnion()
            .noDefault()
            .name("flows")
            .type()
            .unionOf()
            .nullType()
            .and()
            .longType()
            .endUnion()
            .noDefault()
            .name("bytes")
            .type()
            .unionOf()
            .nullType()
            .and()
            .longType()
            .endUnion()
            .noDefault()
            .requiredString("writer_id")
            .endRecord();

    private static final Schema CLOSE = SchemaBuilder.record("acct_close")
            .fields()
            .requiredString("event_type")
            .requiredString("writer_id")
            .requiredLong("purged_entries")
            .requiredLong("total_entries")
            .requiredInt("duration")
            .endRecord();

    private PmacctAvro() {}

    /** A session on 1274, from the client's side. */
    static GenericRecord flow() {
        GenericRecord flow = new GenericData.Record(DATA);
        flow.put("label", Map.of("node", "r1"));
        flow.put("peer_ip_src", "192.0.2.254");
        flow.put("iface_in", 3L);
        flow.put("ip_src", "192.0.2.10");
        flow.put("ip_dst", "198.51.100.6");
        flow.put("port_src", 51812L);
        flow.put("port_dst", 1274L);
        flow.put("tcp_flags", List.of("ACK", "PSH", "SYN", "FIN"));
        flow.put("ip_proto", "tcp");
        flow.put("sampling_rate", 100L);
        flow.put("timestamp_start", "2026-03-01 09:20:34.553077");
        flow.put("timestamp_end", "2026-03-01 09:20:35.304590");
        flow.put("lat_ip_src", 52.25);
        flow.put("custom_primitives", Map.of("vrf_id_ingress", "7"));
        flow.put("packets", 11L);
        flow.put("flows", null);
        flow.put("bytes", 1932L);
        flow.put("writer_id", "nfacctd/1");
        return flow;
    }

    /** What follows the last flow of a batch. */
    static GenericRecord close() {
        GenericRecord close = new GenericData.Record(CLOSE);
        close.put("event_type", "purge_close");
        close.put("writer_id", "nfacctd/1");
        close.put("purged_entries", 1L);
        close.put("total_entries", 1L);
        close.put("duration", 0);
        return close;
    }
}
