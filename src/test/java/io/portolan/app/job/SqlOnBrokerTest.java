package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.app.Main;
import io.portolan.documents.Rendered;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Questions in SQL over what the job has written to a real broker. */
class SqlOnBrokerTest {
    /** Turns a terminal red, and is a formula to a spreadsheet. */
    private static final String HOSTILE = "=\\u001b[31mred";

    private static final int FLOWS = 7;

    private static final List<String> EXAMPLES = List.of(
            "select service, count(*) as flows, sum(bytes + coalesce(reverse_bytes, 0)) as bytes from flows"
                    + " where not duplicate group by 1 order by 2 desc, 1",
            "select src_address, count(distinct dst_address) as servers from flows where server = 'DESTINATION'"
                    + " group by 1 order by 2 desc, 1",
            "select date_trunc('hour', end_time) as hour, verdict, count(*) as flows from flows group by all order by all",
            "select server.address, server.port, severity, score, [f.name for f in factors] as factors from alerts",
            "select dst_address, attributes['uid'] as zeek_uid, end_time - start_time as duration from flows"
                    + " where service = 't1distproc'");

    @TempDir
    private static Path folder;

    private static ClusterHarness cluster;
    private static Path config;
    private static List<GenericRecord> flows;

    /** What a command said and how it ended. */
    private record Said(int exit, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    @BeforeAll
    static void theJobWritesFlowsAndAnAlert() throws Exception {
        cluster = ClusterHarness.start(folder, "zeek-conn");
        config = cluster.configFile(folder);
        cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,", "https,443,tcp,HTTP over TLS,2020-01-02");
        List<String> log = new ArrayList<>();
        for (int number = 0; number < FLOWS - 2; number++) {
            log.add(Zeek.tcp("C" + number, "192.0.2.20", 50_000 + number, "198.51.100.8", 443, "SF", "ShADadFf"));
        }
        log.add(Zeek.tcp("C9", "198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf"));
        log.add(Zeek.tcp(HOSTILE, "192.0.2.20", 50_000, "198.51.100.8", 9999, "SF", "ShADadFf"));
        cluster.produce(log);
        try (Job unused = Job.start(cluster.config())) {
            flows = cluster.enriched(FLOWS);
            assertThat(flows).hasSize(FLOWS);
            assertThat(cluster.alerts(1)).hasSize(1);
            unused.counters();
        }
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Test
    void aCountIsThatOfTheTopic() {
        long https = flows.stream()
                .filter(flow -> "https".equals(String.valueOf(flow.get("service"))))
                .count();

        Said said = sql("select service, count(*) as flows from flows group by 1 order by 1 nulls last");

        assertThat(said.exit()).isZero();
        assertThat(said.lines())
                .containsExactly(
                        "service     flows",
                        "----------  -----",
                        "https           " + https,
                        "t1distproc      1",
                        "NULL            1");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void everyFieldIsThereUnderItsNameAndWithItsType() throws Exception {
        GenericRecord flow = flows.stream()
                .filter(each -> each.get("dst_port").equals(1274))
                .findFirst()
                .orElseThrow();

        JsonNode row = new ObjectMapper()
                .readTree(sql("from flows where dst_port = 1274", "--output", "json")
                        .out());

        flow.getSchema()
                .getFields()
                .forEach(field ->
                        assertThat(row.has(field.name())).as(field.name()).isTrue());
        assertThat(row.path("src").path("range").asText()).isEqualTo("DYNAMIC");
        assertThat(row.path("dst").path("names")).hasToString("[\"t1distproc\"]");
        assertThat(row.path("attributes").path("uid").asText()).isEqualTo("C9");
        assertThat(row.path("end_time").asText()).isEqualTo("2023-11-14T22:13:21.750Z");
        assertThat(row.path("observer").isNull()).isTrue();
        assertThat(row.path("verdict").asText()).isEqualTo("SESSION");
        assertThat(row.path("_key").isNull()).isTrue();
    }

    @Test
    void anAlertHasItsPartsAndItsKey() {
        Said said = sql(
                "select _key, server.port, rule.technique, list_sum([f.points for f in factors]) = score"
                        + " from alerts where severity <> 'INFORMATIONAL'",
                "--output",
                "csv");

        assertThat(said.lines()).element(1).asString().startsWith("192.0.2.10:1274/tcp,1274,T1571,");
    }

    @Test
    void onlyTheOffsetsAskedForAreRead() {
        ConsumerRecord<byte[], byte[]> record = last();
        String range = "flows/" + record.partition() + ":0-" + record.offset();
        long within = records().stream()
                .filter(each -> each.partition() == record.partition() && each.offset() <= record.offset())
                .count();

        assertThat(count("--offsets", range)).isEqualTo(within);
        assertThat(count("--offsets", "flow-logs-enriched/" + record.partition() + ":" + record.offset()))
                .isEqualTo(1);
        assertThat(sql("from flows", "--offsets", "flows/77:0-").err())
                .isEqualTo("portolan: topic flow-logs-enriched has no partition 77; it has 0 to 5\n");
        assertThat(sql("from flows", "--offsets", "flows/0").exit()).isEqualTo(2);
    }

    @Test
    void timesAreThoseOfArrival() {
        long first =
                records().stream().mapToLong(ConsumerRecord::timestamp).min().orElseThrow();
        long last = last().timestamp();
        long before = records().stream().filter(each -> each.timestamp() < last).count();

        assertThat(count("--from", Instant.ofEpochMilli(first).toString())).isEqualTo(FLOWS);
        assertThat(count("--from", "1h")).isEqualTo(FLOWS);
        assertThat(count("--to", Instant.ofEpochMilli(last).toString())).isEqualTo(before);
        assertThat(count("--from", Instant.ofEpochMilli(last).toString())).isEqualTo(FLOWS - before);
        Said none = sql("select count(*) from flows", "--to", "2001-09-09");
        assertThat(none.err())
                .isEqualTo(
                        "portolan: no record of topic flow-logs-enriched was there to read, so table flows is empty\n");
        assertThat(none.lines().get(2).strip()).isEqualTo("0");
        assertThat(sql("from flows", "--from", "yesterday").err())
                .startsWith("portolan: --from: 'yesterday' is no time");
    }

    @Test
    void parquetHoldsTheAnswer() throws Exception {
        Path file = Files.writeString(folder.resolve("it's.parquet"), "what was there before");

        Said said = sql("from flows", "--parquet", file.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEqualTo("portolan: 7 rows written to " + file + "\n");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                java.sql.Statement query = database.createStatement();
                ResultSet result = query.executeQuery("select count(*), max(dst.service) from read_parquet('"
                        + file.toString().replace("'", "''") + "')")) {
            result.next();
            assertThat(result.getLong(1)).isEqualTo(FLOWS);
            assertThat(result.getString(2)).isEqualTo("t1distproc");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(each -> each.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void whatAFlowSaysCannotSteerATerminalOrASpreadsheet() {
        String statement = "select attributes['uid'] as uid from flows where dst_port = 9999";

        assertThat(sql(statement).lines()).element(2).isEqualTo("=?[31mred");
        assertThat(sql(statement, "--output", "csv").lines()).element(1).isEqualTo("'=?[31mred");
        assertThat(sql(statement, "--output", "json").lines()).containsExactly("{\"uid\":\"=\\u001B[31mred\"}");
    }

    @Test
    void aStatementComesFromAFileOrFromStandardInput() throws Exception {
        Path file =
                Files.writeString(folder.resolve("question.sql"), "-- how many\nselect count(*) as n from flows;\n");

        assertThat(said("sql", "--config", config.toString(), "--file", file.toString())
                        .lines())
                .containsExactly("n", "-", "7");

        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("select 1 as one".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(sql("-").lines()).containsExactly("one", "---", "  1");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aRecordThatCannotBeReadIsTold() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.config().kafkaClient(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("port-alerts", "no alert".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }

        Said said = sql("select count(*) from alerts");

        assertThat(said.exit()).isZero();
        assertThat(said.lines().get(2).strip()).isEqualTo("1");
        assertThat(said.err())
                .startsWith(
                        "portolan: 1 of 2 records of topic port-alerts cannot be read and are in no row; the first is"
                                + " that of partition 0, offset ");
    }

    @Test
    void aMissingTopicIsNamedWithTheWayOut() throws Exception {
        Path topics = Files.writeString(
                folder.resolve("topics.yaml"),
                Files.readString(Path.of("topology/topics.yaml")).replace("name: port-alerts\n", "name: nowhere\n"));
        Path other = Files.writeString(
                folder.resolve("other.properties"), Files.readString(config) + "topics.path=" + topics + "\n");

        Said said = said("sql", "--config", other.toString(), "from alerts");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).startsWith("portolan: topic nowhere is missing on the cluster at ");
    }

    @Test
    void flinkCountsAsTheTopicDoes() throws Exception {
        String brokers = cluster.keys().get("kafka.bootstrap.servers");
        String definitions = Files.readString(Path.of("deploy/query/flink.sql"))
                .replace("localhost:9092", brokers)
                .replace("http://localhost:8081", cluster.keys().get("schema.registry.url"));

        List<String> rows = new FlinkSql(definitions)
                .rows("select dst.service, verdict, count(*), max(end_time) from flows"
                        + " /*+ OPTIONS('scan.bounded.mode' = 'latest-offset') */"
                        + " group by dst.service, verdict");

        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "+I[https, NONE, 5, 2023-11-14T22:13:21.750]",
                        "+I[t1distproc, SESSION, 1, 2023-11-14T22:13:21.750]",
                        "+I[null, NONE, 1, 2023-11-14T22:13:21.750]");
    }

    @Test
    void theExamplesOfTheDocumentAreAnswered() {
        StringBuilder text = new StringBuilder();
        for (String example : EXAMPLES) {
            Said said = sql(example);
            assertThat(said.exit()).as(said.err()).isZero();
            text.append("```sh\n./portolan sql --config FILE \"")
                    .append(example)
                    .append("\"\n```\n```\n")
                    .append(said.out())
                    .append("```\n\n");
        }
        Rendered.section(Path.of("docs/sql.md"), "examples").isEqualTo("\n" + text);
    }

    private static long count(String... options) {
        return Long.parseLong(
                sql("select count(*) from flows", options).lines().get(2).strip());
    }

    private static List<ConsumerRecord<byte[], byte[]>> records() {
        return cluster.committed("flow-logs-enriched", FLOWS);
    }

    private static ConsumerRecord<byte[], byte[]> last() {
        return records().stream()
                .max((one, other) -> Long.compare(one.timestamp(), other.timestamp()))
                .orElseThrow();
    }

    private static Said sql(String statement, String... options) {
        return said(Stream.concat(Stream.of("sql", "--config", config.toString(), statement), Stream.of(options))
                .toArray(String[]::new));
    }

    private static Said said(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exit = line.execute(words);
        return new Said(exit, out.toString(), err.toString());
    }
}
