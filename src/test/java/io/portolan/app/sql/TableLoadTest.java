package io.portolan.app.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortServer;
import io.portolan.schema.PortStatus;
import io.portolan.schema.RoleBasis;
import io.portolan.topology.AvroSerdes;
import io.portolan.topology.Topics;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableLoadTest {
    private static final String TOPIC = "servers-of-a-test";
    private static final TopicTable SERVERS =
            new TopicTable("servers", Topics::portAlerts, PortServer.getClassSchema(), TopicTable.Kind.UPSERT);

    private LocalSchemaRegistry schemas;
    private AvroSerdes avro;
    private Workspace workspace;

    @BeforeEach
    void start() throws Exception {
        schemas = LocalSchemaRegistry.start(0);
        avro = new PortolanConfig(Map.of("schema.registry.url", schemas.url())).avro();
        workspace = Workspace.open("1GB", List.of());
        workspace.run(TableLoad.create("servers", SERVERS));
    }

    @AfterEach
    void end() {
        workspace.close();
        schemas.close();
    }

    @Test
    void theLastRecordOfAKeyIsItsRowAndOneWithoutValueEndsIt() throws Exception {
        try (TableLoad load = new TableLoad(workspace, SERVERS, avro.specific())) {
            load.take(record(0, 0, "a", server("192.0.2.1", 1)));
            load.take(record(0, 1, "b", server("192.0.2.2", 1)));
            load.take(record(0, 2, "a", server("192.0.2.1", 5)));
            load.take(record(0, 3, "b", null));
            load.take(record(1, 0, "c", null));
            load.take(record(1, 1, "c", server("192.0.2.3", 2)));
            load.finish();

            assertThat(load.unreadable().count()).isZero();
        }

        assertThat(rows("select address, flows, _partition, _offset, _key, client_sketch, client_addresses, first_seen"
                        + " from servers order by address"))
                .containsExactly(
                        "[192.0.2.1, 5, 0, 2, a, \\x01\\x02, [\"198.51.100.7\"], 2023-11-14T22:13:20Z]",
                        "[192.0.2.3, 2, 1, 1, c, \\x01\\x02, [\"198.51.100.7\"], 2023-11-14T22:13:20Z]");
    }

    @Test
    void aTimeThatDuckDbCannotHoldIsARecordThatCannotBeRead() throws Exception {
        PortServer far = server("192.0.2.1", 1, Instant.ofEpochMilli(Long.MAX_VALUE));
        try (TableLoad load = new TableLoad(workspace, SERVERS, avro.specific())) {
            load.take(record(2, 7, "a", far));
            load.take(record(2, 8, "b", server("192.0.2.2", 1)));
            load.finish();

            assertThat(load.records()).isEqualTo(2);
            assertThat(load.unreadable().count()).isEqualTo(1);
            assertThat(load.unreadable().first()).isEqualTo("partition 2, offset 7: long overflow");
        }
        assertThat(rows("select address from servers")).containsExactly("[192.0.2.2]");
    }

    private List<String> rows(String query) throws Exception {
        workspace.run("create temp table rows_of_test as " + query);
        List<String> rows = new ArrayList<>();
        new Answer(workspace, "rows_of_test").read(row -> {
            List<String> cells = new ArrayList<>();
            for (Object value : row) {
                cells.add(Cell.text(value));
            }
            rows.add(cells.toString());
        });
        return rows;
    }

    private ConsumerRecord<byte[], byte[]> record(int partition, long offset, String key, @Nullable PortServer value) {
        byte[] bytes = value == null ? null : avro.serializer().serialize(TOPIC, value);
        return new ConsumerRecord<>(TOPIC, partition, offset, key.getBytes(StandardCharsets.UTF_8), bytes);
    }

    private static PortServer server(String address, long flows) {
        return server(address, flows, Instant.ofEpochSecond(1_700_000_060));
    }

    private static PortServer server(String address, long flows, Instant lastSeen) {
        return PortServer.newBuilder()
                .setAddress(address)
                .setPort(1274)
                .setTransport("tcp")
                .setRange(PortRange.USER)
                .setStatus(PortStatus.ASSIGNED)
                .setService("t1distproc")
                .setDocumentation(Documentation.BARE)
                .setRoleBasis(RoleBasis.SENSOR)
                .setRoleConfidence(95)
                .setFirstSeen(Instant.ofEpochSecond(1_700_000_000))
                .setLastSeen(lastSeen)
                .setFlows(flows)
                .setBytes(100)
                .setClients(1)
                .setClientAddresses(List.of("198.51.100.7"))
                .setClientSketch(ByteBuffer.wrap(new byte[] {1, 2}))
                .build();
    }
}
