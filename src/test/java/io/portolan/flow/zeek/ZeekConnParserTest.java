package io.portolan.flow.zeek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.portolan.flow.Decoded;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.format.Fixtures;
import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZeekConnParserTest {
    private static final String JSON = "{'ts':1591425399.925532,'id.orig_h':'192.0.2.1','id.orig_p':40000,"
            + "'id.resp_h':'192.0.2.2','id.resp_p':443,'proto':'tcp','conn_state':'SF'}";
    private static final String BARE =
            "1591425399.925532\tC1\t192.0.2.1\t40000\t192.0.2.2\t443\ttcp\t-\t1.5\t10\t20\tSF"
                    + "\tT\tF\t0\tShADadFf\t4\t200\t5\t300\t-";

    private final FlowParser parser = new ZeekConnParser(List.of());

    @Test
    void everyFieldOfAJsonEntryHasItsPlace() throws Exception {
        Decoded flow = Decoded.of(parser.read(fixture("dotted.json.log", 0)));

        assertThat(flow.protocol()).isEqualTo(6);
        assertThat(flow.srcPort()).isEqualTo(52918);
        assertThat(flow.dstPort()).isEqualTo(1274);
        assertThat(flow.tcpFlags()).isEqualTo(2 | 16 | 1);
        assertThat(flow.initiator()).isEqualTo(Side.SOURCE);
        assertThat(flow.action()).isEqualTo(Action.UNKNOWN);
        assertThat(flow.state()).isEqualTo(FlowState.CLOSED);
        assertThat(flow.packets()).isEqualTo(22);
        assertThat(flow.bytes()).isEqualTo(1489);
        assertThat(flow.reversePackets()).isEqualTo(31);
        assertThat(flow.reverseBytes()).isEqualTo(39641);
        assertThat(flow.srcAddress()).isEqualTo("192.0.2.17");
        assertThat(flow.dstAddress()).isEqualTo("198.51.100.20");
        assertThat(flow.startTime()).isEqualTo(Instant.parse("2020-06-06T06:36:39.925Z"));
        assertThat(flow.endTime()).isEqualTo(Instant.parse("2020-06-06T06:36:41.425Z"));
        assertThat(flow.observer()).isEqualTo("worker-3");
        assertThat(flow.samplingRate()).isNull();
        assertThat(flow.sourceFormat()).isEqualTo("zeek-conn");
        assertThat(flow.attributes())
                .containsOnly(
                        entry("uid", "CAcJw21BbVedgFnYH3"),
                        entry("service", "ssl"),
                        entry("orig_bytes", "601"),
                        entry("resp_bytes", "38393"),
                        entry("conn_state", "SF"),
                        entry("local_orig", "true"),
                        entry("local_resp", "false"),
                        entry("missed_bytes", "0"),
                        entry("history", "ShADadFf"),
                        entry("tunnel_parents", "CtPZjS20MLrsMUOJi2,CUM0KZ3MLUfNB0cl11"),
                        entry("vlan", "12"));
    }

    @Test
    void icmpHasNoPortsButTypeAndCodeAndOverIpv6AnotherNumber() throws Exception {
        Decoded flow = Decoded.of(parser.read(fixture("dotted.json.log", 1)));

        assertThat(flow.protocol()).isEqualTo(58);
        assertThat(flow.srcPort()).isZero();
        assertThat(flow.dstPort()).isZero();
        assertThat(flow.tcpFlags()).isNull();
        assertThat(flow.initiator()).isEqualTo(Side.SOURCE);
        assertThat(flow.state()).isEqualTo(FlowState.UNKNOWN);
        assertThat(flow.srcAddress()).isEqualTo("2001:db8::17");
        assertThat(flow.endTime()).isEqualTo(flow.startTime());
        assertThat(flow.attributes()).contains(entry("icmp.type", "128"), entry("icmp.code", "129"));
    }

    @Test
    void underscoresIsoTimesAndNumbersAsTextOrExactFloatsAreRead() throws Exception {
        Decoded flow = Decoded.of(parser.read(fixture("underscored-iso.json.log", 0)));

        assertThat(flow.protocol()).isEqualTo(17);
        assertThat(flow.srcPort()).isEqualTo(52918);
        assertThat(flow.dstPort()).isEqualTo(53);
        assertThat(flow.state()).isEqualTo(FlowState.ESTABLISHED);
        assertThat(flow.initiator()).isEqualTo(Side.SOURCE);
        assertThat(flow.packets()).isEqualTo(2);
        assertThat(flow.bytes()).isEqualTo(144);
        assertThat(flow.reverseBytes()).isEqualTo(310);
        assertThat(flow.startTime()).isEqualTo(Instant.parse("2020-06-06T06:36:39.925Z"));
        assertThat(flow.endTime()).isEqualTo(Instant.parse("2020-06-06T06:36:40.034Z"));
    }

    @Test
    void everyColumnOfALineWithHeaderHasItsPlace() throws Exception {
        Decoded flow = Decoded.of(parser.read(fixture("header.log", 8)));

        assertThat(flow.srcPort()).isEqualTo(52918);
        assertThat(flow.dstPort()).isEqualTo(443);
        assertThat(flow.state()).isEqualTo(FlowState.RESET);
        assertThat(flow.packets()).isEqualTo(22);
        assertThat(flow.bytes()).isEqualTo(1489);
        assertThat(flow.reversePackets()).isEqualTo(31);
        assertThat(flow.reverseBytes()).isEqualTo(39641);
        assertThat(flow.startTime()).isEqualTo(Instant.parse("2020-06-06T06:36:39.925Z"));
        assertThat(flow.endTime()).isEqualTo(Instant.parse("2020-06-06T06:36:41.425Z"));
        assertThat(flow.attributes())
                .containsOnly(
                        entry("uid", "CAcJw21BbVedgFnYH3"),
                        entry("service", "ssl"),
                        entry("orig_bytes", "601"),
                        entry("resp_bytes", "38393"),
                        entry("conn_state", "RSTR"),
                        entry("local_orig", "true"),
                        entry("missed_bytes", "0"),
                        entry("history", "ShADadr"),
                        entry("tunnel_parents", "CtPZjS20MLrsMUOJi2,CUM0KZ3MLUfNB0cl11"),
                        entry("community_id", "1:abc="));
    }

    @Test
    void unsetAndEmptyColumnsAreAbsent() throws Exception {
        Decoded flow = Decoded.of(parser.read(fixture("header.log", 9)));

        assertThat(flow.protocol()).isEqualTo(1);
        assertThat(flow.attributes())
                .containsOnlyKeys("uid", "conn_state", "local_orig", "missed_bytes", "icmp.type", "icmp.code");
    }

    @Test
    void headerAndCommentLinesAreNoFlows() throws Exception {
        for (int line : new int[] {0, 1, 5, 6, 7, 10}) {
            assertThat(parser.read(fixture("header.log", line)))
                    .isEqualTo(new Reading.NotAFlow("header or comment of a Zeek log"));
        }
    }

    @Test
    void aBareLineIsInZeeksDefaultOrderAndMayHaveMoreColumns() throws Exception {
        Decoded flow = Decoded.of(parser.read(fixture("bare.log", 0)));

        assertThat(flow.protocol()).isEqualTo(6);
        assertThat(flow.state()).isEqualTo(FlowState.ATTEMPT);
        assertThat(flow.packets()).isEqualTo(1);
        assertThat(flow.bytes()).isEqualTo(60);
        assertThat(flow.reversePackets()).isZero();
        assertThat(flow.attributes())
                .containsOnlyKeys("uid", "conn_state", "local_orig", "local_resp", "missed_bytes", "history");
    }

    @Test
    void configuredColumnsWinOverTheHeader() throws Exception {
        FlowParser configured = new ZeekConnParser(
                List.of("ts", "id.resp_h", "id.resp_p", "id.orig_h", "id.orig_p", "proto", "conn_state"));
        String line = "#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\n"
                + "1591425399.9\t192.0.2.1\t40000\t192.0.2.2\t443\tudp\tSF";

        Flow flow = (Flow) configured.read(bytes(line));

        assertThat(flow.srcAddress()).isEqualTo("192.0.2.2");
        assertThat(flow.srcPort()).isEqualTo(443);
        assertThat(flow.dstPort()).isEqualTo(40000);
    }

    @Test
    void aConfiguredOrderThatGivesNoFlowIsRefusedAtOnce() {
        assertThatThrownBy(() -> new ZeekConnParser(List.of("ts", "id_orig_h", "id.orig_p", "id.resp_h", "proto")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the columns of an input of the format zeek-conn lack id.resp_p, without which there is no flow; they are"
                                + " ts id_orig_h id.orig_p id.resp_h proto");
    }

    @Test
    void anEntryMayBeTaggedWithTheNameOfItsLog() throws Exception {
        assertThat(((Flow) parser.read(json("{'conn':" + JSON + "}"))).dstPort())
                .isEqualTo(443);
        assertThatThrownBy(() -> parser.read(json("{'conn':" + JSON.replace("443", "'x'") + "}")))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("id.resp_p is \"x\", not a number");
    }

    @Test
    void aRecordWithoutAnyReadableLineIsUnreadableAsAWhole() {
        assertThatThrownBy(() -> parser.read(bytes("a\nb\n")))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessageStartingWith("no flow in 2 parts: the line has 1 columns");
    }

    @Test
    void theHeaderMayNameOtherSeparatorsAndMarks() throws Exception {
        String record = """
                #separator \\x7c
                #set_separator|;
                #empty_field|none
                #unset_field|?
                #fields|ts|id.orig_h|id.orig_p|id.resp_h|id.resp_p|proto|service|conn_state|tunnel_parents
                1591425399.9|192.0.2.1|40000|192.0.2.2|443|tcp|?|SF|C1;C2""";

        assertThat(Decoded.of(parser.read(bytes(record))).attributes())
                .containsOnly(entry("conn_state", "SF"), entry("tunnel_parents", "C1,C2"));
    }

    @Test
    void aHeaderIsInForceForItsOwnRecordOnly() throws Exception {
        parser.read(fixture("header.log", 8));

        assertThat(((Flow) parser.read(bytes(BARE))).dstPort()).isEqualTo(443);
    }

    @Test
    void theGoodLinesOfARecordGoOnWhenOneIsBad() throws Exception {
        Reading reading = parser.read(bytes(BARE + "\n" + BARE.replace("\t443\t", "\t70000\t") + "\r\n" + BARE + "\n"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Flows.class, flows -> {
            assertThat(flows.flows()).hasSize(2);
            assertThat(flows.unreadable())
                    .containsExactly(new Reading.Unreadable(1, "id.resp_p is 70000, not within 0-65535"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1591425399.925532, 1591425399925",
        "1591425399.9249999, 1591425399924",
        "1591425399.999999, 1591425399999",
        "1591425399.925, 1591425399925",
        "1591425399, 1591425399000",
        "1.591425399925532E9, 1591425399925",
        "1591425399925, 1591425399925",
        "1591425399925.532, 1591425399925",
        "'2020-06-06T06:36:39.925532Z', 1591425399925",
        "'2020-06-06T08:36:39.925999+02:00', 1591425399925",
        "'2020-06-06T06:36:39.925532+0000', 1591425399925",
        "'2020-06-06T06:36:39Z', 1591425399000",
    })
    void timesAreCutToMillisecondsAndNeverRounded(String ts, long millis) throws Exception {
        Flow flow = (Flow) parser.read(json(JSON.replace("1591425399.925532", "'" + ts + "'")));

        assertThat(flow.startTime()).isEqualTo(millis);
    }

    @Test
    void theEndIsTheStartPlusTheDurationBeforeBothAreCut() throws Exception {
        Flow flow = (Flow) parser.read(
                json(JSON.replace("}", ",'duration':0.0005000000000000001}").replace("925532", "925600")));

        assertThat(flow.endTime()).isEqualTo(1591425399926L);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, S0, S, ATTEMPT, SOURCE, 2",
        "tcp, S1, ShADad, ESTABLISHED, SOURCE, 18",
        "tcp, S2, ShADadF, ESTABLISHED, SOURCE, 19",
        "tcp, S3, ShADadf, ESTABLISHED, SOURCE, 18",
        "tcp, SF, ShADadFf, CLOSED, SOURCE, 19",
        "tcp, SF, DadFf, CLOSED, UNKNOWN, 1",
        "tcp, SF, ^dDaAFf, CLOSED, UNKNOWN, 17",
        "tcp, SF, '', CLOSED, SOURCE, -1",
        "tcp, REJ, Sr, REJECTED, SOURCE, 2",
        "tcp, RSTO, ShADadR, RESET, SOURCE, 22",
        "tcp, RSTR, ShADadr, RESET, SOURCE, 18",
        "tcp, RSTOS0, SR, ATTEMPT, SOURCE, 6",
        "tcp, SH, SF, ATTEMPT, SOURCE, 3",
        "tcp, SH, SADF, PARTIAL, SOURCE, 19",
        "tcp, RSTRH, ^hr, PARTIAL, SOURCE, -1",
        "tcp, SHR, hadf, PARTIAL, SOURCE, -1",
        "tcp, SHR, '', PARTIAL, SOURCE, -1",
        "tcp, OTH, Dd, PARTIAL, UNKNOWN, -1",
        "tcp, OTH, '', PARTIAL, UNKNOWN, -1",
        "tcp, OTH, Sh, ESTABLISHED, SOURCE, 2",
        "tcp, OTH, SD, PARTIAL, SOURCE, 2",
        "tcp, OTH, H, PARTIAL, DESTINATION, 18",
        "tcp, OTH, Ss, PARTIAL, UNKNOWN, 2",
        "tcp, OTH, Q, PARTIAL, UNKNOWN, -1",
        "tcp, S0, SQ, ATTEMPT, SOURCE, -1",
        "udp, SF, Dd, ESTABLISHED, SOURCE, -1",
        "udp, S0, D, ATTEMPT, SOURCE, -1",
        "udp, SHR, d, PARTIAL, UNKNOWN, -1",
        "udp, SHR, ^d, PARTIAL, UNKNOWN, -1",
        "udp, SF, ^dD, ESTABLISHED, UNKNOWN, -1",
        "udp, OTH, '', UNKNOWN, SOURCE, -1",
        "icmp, OTH, '', UNKNOWN, SOURCE, -1",
        "tcp, NEW, Sh, UNKNOWN, SOURCE, 2",
    })
    void stateInitiatorAndFlagsFollowConnStateAndHistory(
            String proto, String connState, String history, FlowState state, Side initiator, int flags)
            throws Exception {
        String record = JSON.replace("tcp", proto).replace("SF", connState);
        Flow flow = (Flow)
                parser.read(json(history.isEmpty() ? record : record.replace("}", ",'history':'" + history + "'}")));

        assertThat(flow.state()).isEqualTo(state);
        assertThat(flow.initiator()).isEqualTo(initiator);
        assertThat(flow.tcpFlags()).isEqualTo(flags);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"proto\":\"unknown_transport\",\"ip_proto\":132', 132",
        "'\"proto\":\"unknown_transport\",\"ip_proto\":47', 47",
        "'\"ip_proto\":17', 17",
        "'\"proto\":\"tcp\",\"ip_proto\":17', 17",
        "'\"proto\":\"icmp\"', 1",
    })
    void theProtocolNumberWinsOverTheName(String fields, int protocol) throws Exception {
        Flow flow = (Flow) parser.read(json(JSON.replace("'proto':'tcp'", fields)));

        assertThat(flow.protocol()).isEqualTo(protocol);
    }

    @Test
    void missingCountersStayUnknown() throws Exception {
        Flow flow = (Flow) parser.read(json(JSON));

        assertThat(flow.packets()).isZero();
        assertThat(flow.bytes()).isZero();
        assertThat(flow.reversePackets()).isEqualTo(Flow.UNKNOWN);
        assertThat(flow.reverseBytes()).isEqualTo(Flow.UNKNOWN);
    }

    @Test
    void payloadBytesStandInForIpBytes() throws Exception {
        Flow flow = (Flow) parser.read(json(JSON.replace("}", ",'orig_bytes':7,'resp_bytes':9}")));

        assertThat(flow.bytes()).isEqualTo(7);
        assertThat(flow.reverseBytes()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id.resp_p':443 | 'id.resp_p':70000 | id.resp_p is 70000, not within 0-65535",
                "'id.resp_p':443 | 'id.resp_p':4294967739 | id.resp_p is 4294967739, not within 0-65535",
                "'id.resp_p':443 | 'id.resp_p':-1 | id.resp_p is -1, less than 0",
                "'id.resp_p':443 | 'id.resp_p':443.5 | id.resp_p is 443.5, not a whole number of 64 bits",
                "'id.resp_p':443 | 'id.resp_p':'https' | id.resp_p is \"https\", not a number",
                "'id.resp_p':443 | 'id.resp_p':1e999999999 | id.resp_p is 1e999999999, too large",
                "'id.resp_p':443 | 'id.resp_p':null | id.resp_p is missing: not a flow of zeek-conn",
                "'id.resp_p':443 | 'id.resp_p':443,'resp_pkts':-1 | resp_pkts is -1, less than 0",
                "'id.resp_p':443 | 'id.resp_p':443,'duration':-0.5 | duration is -500000, less than 0",
                "'192.0.2.1' | '192.0.2.256' | src_address is 192.0.2.256, not an IP address",
                "'192.0.2.1' | {'a':1} | id.orig_h is missing: not a flow of zeek-conn",
                "1591425399.925532 | '2020-06-06T06:36:39' | ts is 2020-06-06T06:36:39, not a time with Z or an offset, as in 2026-01-31T12:00:00Z",
                "1591425399.925532 | 0 | start_time is 0, not within 631152000000-4102444800000",
                "1591425399.925532 | 'now' | ts is \"now\", not a number",
                "'tcp' | 'unknown_transport' | proto is unknown_transport and ip_proto, which would name it, is missing",
                "'tcp' | 'tpc' | proto is tpc, not tcp, udp, icmp or unknown_transport",
                "'tcp' | 'tcp','ip_proto':256 | protocol is 256, not within 0-255",
                "'conn_state':'SF' | 'query':'example.org' | neither conn_state nor a counter of conn.log: an entry of another Zeek log",
            })
    void whatIsWrongIsNamed(String good, String bad, String cause) {
        assertThatThrownBy(() -> parser.read(json(JSON.replace(good, bad))))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage(cause);
    }

    @Test
    void aCutJsonRecordNamesThePlace() {
        byte[] record = json(JSON);

        assertThatThrownBy(() -> parser.read(Arrays.copyOf(record, 60)))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessageStartingWith("not JSON at byte ");
    }

    @Test
    void aCutLineIsNotTakenForAFlow() {
        assertThatThrownBy(() -> parser.read(bytes(BARE.substring(0, BARE.lastIndexOf('\t')))))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage(
                        "the line has 20 columns, conn.log by default has 21: name the columns in input.<name>.fields,"
                                + " or put the header line before it");
    }

    @Test
    void aLineThatDoesNotFitItsHeaderIsRefused() {
        String header = "#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\n";

        assertThatThrownBy(() -> parser.read(bytes(header + BARE)))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessageStartingWith("the line has 21 columns, the #fields line has 6");
    }

    @Test
    void anEntryThatSaysItIsOfAnotherLogIsNoFlow() throws Exception {
        assertThat(parser.read(json(JSON.replace("}", ",'_path':'dns'}"))))
                .isEqualTo(new Reading.NotAFlow("entry of another Zeek log"));
        assertThat(parser.read(bytes("#path\tdns\n" + BARE)))
                .isEqualTo(new Reading.NotAFlow("entry of another Zeek log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n"})
    void anEmptyRecordIsNoFlow(String record) throws Exception {
        assertThat(parser.read(bytes(record))).isEqualTo(new Reading.NotAFlow("empty record"));
    }

    @Test
    void aRecordMadeToBeLargeStaysSmall() throws Exception {
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> "'x" + i + "':'" + "y".repeat(i % 3_000) + "'")
                .collect(Collectors.joining(","));

        Decoded flow = Decoded.of(parser.read(json(JSON.replace("}", "," + many + "}"))));

        assertThat(flow.attributes()).hasSize(96);
        assertThat(((Flow) parser.read(json(JSON.replace("}", "," + many + "}")))).length())
                .isLessThan(100_000);
    }

    private byte[] fixture(String file, int record) throws IOException {
        return Fixtures.records(ZeekConnFormat.format(), file).get(record);
    }

    /** JSON with single quotes for readability. */
    private static byte[] json(String text) {
        return bytes(text.replace('\'', '"'));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
