package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.format.FlowFormats;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SESSION = """
            {"ts":1793610000.25,"uid":"Ca1","id.orig_h":"198.51.100.7","id.orig_p":50944,"id.resp_h":"192.0.2.12",\
            "id.resp_p":1274,"proto":"tcp","duration":1.5,"orig_bytes":10,"resp_bytes":20,"conn_state":"SF",\
            "history":"ShADadfF","orig_pkts":5,"orig_ip_bytes":210,"resp_pkts":4,"resp_ip_bytes":180}
            """;
    private static final String IPV6 = """
            {"ts":1793610001.0,"uid":"Ca2","id.orig_h":"2001:db8:aaaa:bbbb:cccc:dddd:eeee:1","id.orig_p":1274,\
            "id.resp_h":"2001:db8::2","id.resp_p":443,"proto":"tcp","conn_state":"SF","history":"ShADadfF",\
            "orig_pkts":5,"orig_ip_bytes":210,"resp_pkts":4,"resp_ip_bytes":180}
            """;
    private static final String PING = """
            {"ts":1793610002.0,"uid":"Ca3","id.orig_h":"192.0.2.1","id.orig_p":8,"id.resp_h":"192.0.2.2",\
            "id.resp_p":0,"proto":"icmp","conn_state":"OTH","orig_pkts":1,"orig_ip_bytes":84}
            """;
    private static final String BAD = "{\"ts\":1793610003.0,\"uid\":\"Ca4\"\n";

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void writeLog() throws IOException {
        log = write("conn.log", SESSION + IPV6 + PING);
    }

    @Test
    void aFlowIsAJsonObjectWithTheFieldsOfTheSchema() throws IOException {
        Run run = label();

        assertThat(run.exit()).isZero();
        assertThat(run.lines()).hasSize(3);
        JsonNode flow = JSON.readTree(run.lines().get(0));
        assertThat(flow.at("/protocol").intValue()).isEqualTo(6);
        assertThat(flow.at("/src_port").intValue()).isEqualTo(50944);
        assertThat(flow.at("/dst_port").intValue()).isEqualTo(1274);
        assertThat(flow.at("/reverse_bytes").longValue()).isEqualTo(180);
        assertThat(flow.at("/sampling_rate").isNull()).isTrue();
        assertThat(flow.at("/start_time").textValue()).isEqualTo("2026-11-02T09:00:00.250Z");
        assertThat(flow.at("/end_time").textValue()).isEqualTo("2026-11-02T09:00:01.750Z");
        assertThat(flow.at("/attributes/uid").textValue()).isEqualTo("Ca1");
        assertThat(flow.at("/src")).isEqualTo(JSON.readTree("""
                {"range":"DYNAMIC","status":"UNLISTED","service":null,"names":[],"documentation":null}"""));
        assertThat(flow.at("/dst")).isEqualTo(JSON.readTree("""
                {"range":"USER","status":"ASSIGNED","service":"t1distproc","names":["t1distproc"],\
                "documentation":"BARE"}"""));
        assertThat(flow.at("/server").textValue()).isEqualTo("DESTINATION");
        assertThat(flow.at("/service").textValue()).isEqualTo("t1distproc");
        assertThat(flow.at("/verdict").textValue()).isEqualTo("SESSION");
        assertThat(flow.at("/registry_version").textValue()).isEqualTo("2026-09-17");
    }

    @Test
    void theClientsPortIsACoincidenceAndAPingHasNoPorts() throws IOException {
        List<String> lines = label().lines();

        assertThat(JSON.readTree(lines.get(1)).at("/verdict").textValue()).isEqualTo("COINCIDENCE");
        JsonNode ping = JSON.readTree(lines.get(2));
        assertThat(ping.at("/dst/range").textValue()).isEqualTo("NONE");
        assertThat(ping.at("/verdict").textValue()).isEqualTo("NONE");
    }

    @Test
    void theSummaryCountsWhatWasSeen() {
        assertThat(label().errors())
                .containsExactly(
                        "portolan: 3 records: 3 flows, 0 not a flow, 0 unreadable",
                        "portolan: verdicts: none (port not watched) 1, session 1, coincidence 1",
                        "portolan: services are hints from the port registry of 2026-09-17, not detected protocols");
        assertThat(label("--quiet").err()).isEmpty();
    }

    @Test
    void theTableHasAlignedColumns() {
        assertThat(label("--output", "table").out()).isEqualTo("""
                        START                SOURCE                  DESTINATION             PROTO  SRC SERVICE      DST SERVICE      SERVER  BASIS           VERDICT
                        2026-11-02 09:00:00  198.51.100.7:50944      192.0.2.12:1274         tcp    -                t1distproc       dst     sensor 95%      session
                        2026-11-02 09:00:01  [2001:db8:..ee:1]:1274  [2001:db8::2]:443       tcp    t1distproc       https            dst     sensor 95%      coincidence
                        2026-11-02 09:00:02  192.0.2.1               192.0.2.2               icmp   -                -                dst     sensor 95%      -
                        """);
    }

    @Test
    void csvHasFlatColumns() throws IOException {
        Run run = label("--output", "csv");

        List<CSVRecord> rows = csv(run.out());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("src_address")).isEqualTo("198.51.100.7");
        assertThat(rows.get(0).get("tcp_flags")).isNotEmpty();
        assertThat(rows.get(0).get("src.service")).isEmpty();
        assertThat(rows.get(0).get("dst.service")).isEqualTo("t1distproc");
        assertThat(rows.get(0).get("dst.documentation")).isEqualTo("BARE");
        assertThat(rows.get(0).get("start_time")).isEqualTo("2026-11-02T09:00:00.250Z");
        assertThat(JSON.readTree(rows.get(0).get("attributes")).at("/uid").textValue())
                .isEqualTo("Ca1");
        assertThat(run.out()).startsWith("protocol,src_port,dst_port,").contains(",registry_version\r\n");
    }

    @Test
    void aNameThatASpreadsheetWouldRunOrATerminalObeyIsMadeHarmless() throws IOException {
        Path registry = write("registry.csv", """
                Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,\
                Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes
                =1+1,1274,tcp,,,,,,,,,
                e\u001b[31mvil\u202e,443,tcp,,,,,,,,,
                """);

        List<CSVRecord> rows =
                csv(label("--output", "csv", "--registry", registry.toString()).out());
        Run json = label("--registry", registry.toString());
        Run table = label("--output", "table", "--registry", registry.toString());

        assertThat(rows.get(0).get("dst.service")).isEqualTo("'=1+1");
        assertThat(rows.get(0).get("dst_port")).isEqualTo("1274");
        assertThat(rows.get(1).get("dst.service")).isEqualTo("e?[31mvil?");
        assertThat(table.out()).contains("e?[31mvil?").doesNotContain("\u001b", "\u202e");
        assertThat(json.out()).doesNotContain("\u001b", "\u202e");
        assertThat(JSON.readTree(json.lines().get(1)).at("/service").textValue())
                .isEqualTo("e\u001b[31mvil\u202e");
    }

    @Test
    void alertsArePrintedInThePlaceOfFlows() throws IOException {
        Run run = label("--alerts");

        assertThat(run.lines()).hasSize(2);
        JsonNode alert = JSON.readTree(run.lines().get(0));
        assertThat(alert.at("/phase").textValue()).isEqualTo("OPENED");
        assertThat(JSON.readTree(run.lines().get(1)).at("/phase").textValue()).isEqualTo("CLOSED");
        assertThat(alert.at("/verdict").textValue()).isEqualTo("SESSION");
        assertThat(alert.at("/severity").textValue()).isEqualTo("HIGH");
        assertThat(alert.at("/server/address").textValue()).isEqualTo("192.0.2.12");
        assertThat(alert.at("/first_seen").textValue()).isEqualTo("2026-11-02T09:00:00.250Z");
        assertThat(alert.at("/origin").isNull()).isTrue();
        assertThat(label("--alerts", "--output", "csv").exit()).isEqualTo(2);
    }

    @Test
    void gzipIsToldFromItsFirstBytesAndMayHaveSeveralMembers() throws IOException {
        Path packed = folder.resolve("packed");
        try (OutputStream out = Files.newOutputStream(packed)) {
            out.write(gzip(SESSION));
            out.write(gzip(IPV6 + PING));
        }

        assertThat(run("--format", "zeek-conn", packed.toString()).out()).isEqualTo(label().out());
    }

    @Test
    void standardInputIsReadWhereNoFileIsNamed() throws IOException {
        byte[] text = Files.readAllBytes(log);

        assertThat(withInput(text, "--format", "zeek-conn").out()).isEqualTo(label().out());
        assertThat(withInput(gzip(SESSION + IPV6 + PING), "--format", "zeek-conn", "-")
                        .out())
                .isEqualTo(label().out());
    }

    @Test
    void severalFilesAreReadInTheirOrder() throws IOException {
        Path other = write("other.log", PING);

        Run run = run("--format", "zeek-conn", other.toString(), log.toString());

        assertThat(run.lines()).hasSize(4);
        assertThat(JSON.readTree(run.lines().get(0)).at("/protocol").intValue()).isEqualTo(1);
        assertThat(run.err()).contains("4 records: 4 flows");
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlaceAndTheRestGoesOn() throws IOException {
        Path bad = write("bad.log", PING + BAD + SESSION);

        Run run = run("--format", "zeek-conn", bad.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(run.errors().get(0)).startsWith("portolan: " + bad + ", record 2: not JSON");
        assertThat(run.errors().get(1)).isEqualTo("portolan: 3 records: 2 flows, 0 not a flow, 1 unreadable");
        assertThat(run("--format", "zeek-conn", "--strict", bad.toString()).exit())
                .isEqualTo(1);
    }

    @Test
    void afterTwentyComplaintsTheRestIsOnlyCounted() throws IOException {
        Path bad = write("bad.log", BAD.repeat(50));

        Run run = run("--format", "zeek-conn", bad.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errors()).hasSize(22);
        assertThat(run.errors().get(20)).isEqualTo("portolan: further unreadable records are only counted");
        assertThat(run.errors().get(21)).contains("50 records: 0 flows, 0 not a flow, 50 unreadable");
    }

    @Test
    void aFileThatCannotBeReadIsToldInALineAndTheOthersAreRead() throws IOException {
        Path missing = folder.resolve("missing.log");
        Path cut = folder.resolve("cut.log.gz");
        byte[] whole = gzip(SESSION);
        Files.write(cut, Arrays.copyOf(whole, whole.length - 10));

        Run run = run("--format", "zeek-conn", missing.toString(), cut.toString(), folder.toString(), log.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lines()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(run.errors().get(0)).isEqualTo("portolan: " + missing + ": file " + missing + " does not exist");
        assertThat(run.errors().get(1)).startsWith("portolan: " + cut).contains("the gzip data is cut off");
        assertThat(run.errors().get(2)).isEqualTo("portolan: " + folder + ": Is a directory");
    }

    @Test
    void theOrderOfColumnsCanBeGiven() throws IOException {
        Path aws = write("aws.log", "6 443 50000 192.0.2.1 198.51.100.2 1793610000 1793610060\n");

        Run run = run(
                "--format",
                "aws-vpc",
                "--fields",
                "protocol srcport dstport srcaddr dstaddr,start,end",
                aws.toString());

        assertThat(JSON.readTree(run.out()).at("/src/service").textValue()).isEqualTo("https");
        Run lacking = run("--format", "aws-vpc", "--fields", "protocol", aws.toString());
        assertThat(lacking.exit()).isEqualTo(2);
        assertThat(lacking.err()).startsWith("portolan: --fields: the columns of an input of the format aws-vpc lack ");
        assertThat(run("--format", "aws-vpc", aws.toString()).err())
                .contains("record 1: ")
                .doesNotContain("input.<name>");
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheNearest() {
        Run run = run("--format", "zeek", log.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("unknown format zeek; known are " + formats())
                .contains("Did you mean");
    }

    @Test
    void aMissingFormatIsAnsweredWithTheFormats() {
        Run run = run(log.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors().get(0))
                .isEqualTo("portolan: --format is missing: what are the logs? Known are " + formats());
    }

    private static String formats() {
        return FlowFormats.all().stream().map(FlowFormat::name).collect(Collectors.joining(", "));
    }

    private Run label(String... options) {
        String[] all = Stream.of(List.of("--format", "zeek-conn"), List.of(options), List.of(log.toString()))
                .flatMap(List::stream)
                .toArray(String[]::new);
        return run(all);
    }

    private static Run run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "label";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Run.of(all);
    }

    private static Run withInput(byte[] input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
