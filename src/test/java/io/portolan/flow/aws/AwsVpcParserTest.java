package io.portolan.flow.aws;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsVpcParserTest {
    private static final String LINE =
            "2 123456789012 eni-0abc 192.0.2.1 192.0.2.2 40000 443 6 9 1200 1566848875 1566848933 ACCEPT OK";
    private static final String JSON = "{'srcaddr':'192.0.2.1','dstaddr':'192.0.2.2','srcport':40000,'dstport':443,"
            + "'protocol':6,'start':1566848875,'end':1566848933}";

    private final FlowParser parser = new AwsVpcParser(List.of());

    @Test
    void everyFieldOfTheDefaultOrderHasItsPlace() throws Exception {
        Decoded flow = Decoded.of(parser.read(fixture("default.log", 0)));

        assertThat(flow.protocol()).isEqualTo(6);
        assertThat(flow.srcPort()).isEqualTo(20641);
        assertThat(flow.dstPort()).isEqualTo(1274);
        assertThat(flow.tcpFlags()).isNull();
        assertThat(flow.initiator()).isEqualTo(Side.UNKNOWN);
        assertThat(flow.action()).isEqualTo(Action.ACCEPT);
        assertThat(flow.state()).isEqualTo(FlowState.UNKNOWN);
        assertThat(flow.packets()).isEqualTo(20);
        assertThat(flow.bytes()).isEqualTo(4249);
        assertThat(flow.reversePackets()).isNull();
        assertThat(flow.reverseBytes()).isNull();
        assertThat(flow.srcAddress()).isEqualTo("192.0.2.16");
        assertThat(flow.dstAddress()).isEqualTo("192.0.2.21");
        assertThat(flow.startTime()).isEqualTo(Instant.ofEpochSecond(1418530010));
        assertThat(flow.endTime()).isEqualTo(Instant.ofEpochSecond(1418530070));
        assertThat(flow.observer()).isEqualTo("eni-0aaaabbbbccccdddd");
        assertThat(flow.samplingRate()).isEqualTo(1);
        assertThat(flow.sourceFormat()).isEqualTo("aws-vpc");
        assertThat(flow.attributes()).containsOnly(entry("account-id", "123456789012"));
    }

    @Test
    void rejectedIcmpAndIpv6LinesAreFlows() throws Exception {
        assertThat(((Flow) parser.read(fixture("default.log", 1))).action()).isEqualTo(Action.REJECT);
        assertThat(((Flow) parser.read(fixture("default.log", 4))).protocol()).isEqualTo(1);
        assertThat(((Flow) parser.read(fixture("default.log", 5))).srcAddress()).isEqualTo("2001:db8:1::f105");
        assertThat(((Flow) parser.read(fixture("default.log", 5))).dstPort()).isEqualTo(22);
    }

    @Test
    void anIntervalWithoutDataIsNoFlow() throws Exception {
        assertThat(parser.read(fixture("default.log", 2))).isEqualTo(new Reading.NotAFlow("NODATA"));
        assertThat(parser.read(fixture("default.log", 3))).isEqualTo(new Reading.NotAFlow("SKIPDATA"));
        assertThat(parser.read(fixture("firehose.json.log", 2))).isEqualTo(new Reading.NotAFlow("NODATA"));
    }

    @Test
    void everyFieldOfALineWithHeaderHasItsPlace() throws Exception {
        assertThat(parser.read(fixture("custom.log", 0))).isEqualTo(new Reading.NotAFlow("header line"));
        Decoded flow = Decoded.of(parser.read(fixture("custom.log", 1)));

        assertThat(flow.protocol()).isEqualTo(6);
        assertThat(flow.srcPort()).isEqualTo(25238);
        assertThat(flow.dstPort()).isEqualTo(443);
        assertThat(flow.tcpFlags()).isEqualTo(19);
        assertThat(flow.action()).isEqualTo(Action.ACCEPT);
        assertThat(flow.packets()).isEqualTo(70);
        assertThat(flow.bytes()).isEqualTo(100701);
        assertThat(flow.srcAddress()).isEqualTo("192.0.2.7");
        assertThat(flow.dstAddress()).isEqualTo("198.51.100.9");
        assertThat(flow.observer()).isEqualTo("eni-0abc");
        assertThat(flow.attributes())
                .containsOnly(
                        entry("vpc-id", "vpc-0abc"),
                        entry("subnet-id", "subnet-0abc"),
                        entry("instance-id", "i-0abc"),
                        entry("account-id", "123456789012"),
                        entry("type", "IPv4"),
                        entry("pkt-srcaddr", "192.0.2.7"),
                        entry("pkt-dstaddr", "203.0.113.9"),
                        entry("pkt-src-aws-service", "S3"),
                        entry("flow-direction", "egress"));
        assertThat(Decoded.of(parser.read(fixture("custom.log", 2))).attributes())
                .contains(entry("reject-reason", "BPA"))
                .doesNotContainKey("instance-id");
    }

    @Test
    void aConfiguredOrderWinsAndMayBeAwsOwnFormatString() throws Exception {
        FlowParser configured = new AwsVpcParser(List.of(
                "${dstaddr}", "${srcaddr}", "${dstport}", "${srcport}", "${protocol}", "${end}", "${future-field}"));
        String line = "192.0.2.2 192.0.2.1 443 40000 17 1566848933 x";

        for (String record : List.of(line, "srcaddr dstaddr srcport dstport protocol end other\n" + line)) {
            Decoded flow = Decoded.of(configured.read(bytes(record)));
            assertThat(flow.srcAddress()).isEqualTo("192.0.2.1");
            assertThat(flow.srcPort()).isEqualTo(40000);
            assertThat(flow.dstPort()).isEqualTo(443);
            assertThat(flow.startTime()).isEqualTo(Instant.ofEpochSecond(1566848933));
            assertThat(flow.attributes()).containsOnly(entry("future-field", "x"));
        }
    }

    @Test
    void aConfiguredOrderThatGivesNoFlowIsRefusedAtOnce() {
        assertThatThrownBy(() -> new AwsVpcParser(List.of("version", "srcaddr", "pkt-dstaddr", "srcport", "end")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the columns of an input of the format aws-vpc lack dstport, protocol, without which there is no flow; they"
                                + " are version srcaddr pkt-dstaddr srcport end");
    }

    @Test
    void thePacketsAddressStandsInForThatOfTheInterface() throws Exception {
        Flow flow = (Flow) parser.read(bytes("pkt-srcaddr pkt-dstaddr srcport dstport protocol start\n"
                + "192.0.2.1 192.0.2.2 40000 443 6 1566848933"));

        assertThat(flow.srcAddress()).isEqualTo("192.0.2.1");
        assertThat(flow.dstAddress()).isEqualTo("192.0.2.2");
    }

    @Test
    void keysOfJsonMayHaveUnderscores() throws Exception {
        Decoded flow = Decoded.of(parser.read(fixture("firehose.json.log", 0)));

        assertThat(flow.srcPort()).isEqualTo(40112);
        assertThat(flow.dstPort()).isEqualTo(1274);
        assertThat(flow.tcpFlags()).isEqualTo(3);
        assertThat(flow.packets()).isEqualTo(9);
        assertThat(flow.bytes()).isEqualTo(1200);
        assertThat(flow.observer()).isEqualTo("eni-0abc");
        assertThat(flow.startTime()).isEqualTo(Instant.ofEpochSecond(1566848875));
        assertThat(flow.endTime()).isEqualTo(Instant.ofEpochSecond(1566848933));
        assertThat(flow.attributes()).containsOnly(entry("account-id", "123456789012"), entry("traffic-path", "8"));
    }

    @Test
    void keysOfJsonMayBeCamelCase() throws Exception {
        Decoded flow = Decoded.of(parser.read(fixture("firehose.json.log", 1)));

        assertThat(flow.srcAddress()).isEqualTo("192.0.2.7");
        assertThat(flow.dstAddress()).isEqualTo("198.51.100.9");
        assertThat(flow.srcPort()).isEqualTo(40112);
        assertThat(flow.dstPort()).isEqualTo(53);
        assertThat(flow.action()).isEqualTo(Action.REJECT);
        assertThat(flow.observer()).isEqualTo("eni-0abc");
    }

    @Test
    void keysOfJsonMayBeHyphenated() throws Exception {
        Flow flow = (Flow) parser.read(json(JSON.replace("}", ",'tcp-flags':18}")));

        assertThat(flow.tcpFlags()).isEqualTo(18);
    }

    @ParameterizedTest
    @CsvSource({"2,2", "18,18", "19,19", "0,0", "4,4", "-,-1"})
    void flagsAreThoseThatAwsRecorded(String written, int flags) throws Exception {
        String record = "srcaddr dstaddr srcport dstport protocol start tcp-flags\n"
                + "192.0.2.1 192.0.2.2 40000 443 6 1566848933 " + written;

        assertThat(((Flow) parser.read(bytes(record))).tcpFlags()).isEqualTo(flags);
    }

    @Test
    void theGoodLinesOfARecordGoOnWhenOneIsBad() throws Exception {
        Reading reading = parser.read(bytes(LINE + "\r\n" + LINE.replace("443", "-") + "\n" + LINE + "\n\n"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Flows.class, flows -> {
            assertThat(flows.flows()).hasSize(2);
            assertThat(flows.unreadable())
                    .containsExactly(new Reading.Unreadable(1, "dstport is missing: not a flow of aws-vpc"));
        });
    }

    @Test
    void theGoodObjectsOfARecordGoOnWhenOneIsBad() throws Exception {
        Reading reading = parser.read(json(JSON.replace("443", "[1]") + JSON.replace("443", "'x'") + JSON + "{'a':"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Flows.class, flows -> {
            assertThat(flows.flows()).hasSize(1);
            assertThat(flows.unreadable()).extracting(Reading.Unreadable::index).containsExactly(0, 1, 3);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "443 | 25238.5 | dstport is 25238.5, not a whole number of 64 bits",
                "443 | 65536 | dstport is 65536, not within 0-65535",
                "443 | -1 | dstport is -1, less than 0",
                "443 | http | dstport is \"http\", not a number",
                "443 6 | 443 - | protocol is missing: not a flow of aws-vpc",
                "443 6 | 443 256 | protocol is 256, not within 0-255",
                "192.0.2.2 | 192.0.2 | dst_address is 192.0.2, not an IP address",
                "192.0.2.2 | - | dstaddr or pkt-dstaddr is missing: not a flow of aws-vpc",
                "1566848875 1566848933 | - - | start is missing: not a flow of aws-vpc",
                "1566848933 | 12 | end_time is 12000, not within 631152000000-4102444800000",
                "ACCEPT | MAYBE | action is MAYBE, neither ACCEPT nor REJECT",
                "1200 | -1200 | bytes is -1200, less than 0",
                "2 1234 | 3 1234 | version is 3, and only 2 has a default order: name the columns in input.<name>.fields",
            })
    void whatIsWrongIsNamed(String good, String bad, String cause) {
        assertThatThrownBy(() -> parser.read(bytes(LINE.replace(good, bad))))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage(cause);
    }

    @Test
    void aLineOfAnotherNumberOfColumnsSaysHowToNameThem() {
        assertThatThrownBy(() -> parser.read(bytes(LINE + " extra")))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("the line has 15 columns, the default order of version 2 has 14: name the columns in"
                        + " input.<name>.fields, or put the header line before it");
        assertThatThrownBy(() -> parser.read(bytes("srcaddr dstaddr start\n" + LINE)))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessageStartingWith("the line has 14 columns, the header line has 3");
    }

    @Test
    void aCompressedEnvelopeIsReadAndItsBytesAreTheRecord() throws Exception {
        byte[] envelope = gzip(json("{'logEvents':[{'id':'1','message':'" + LINE + "'},{'id':'2','message':'"
                + LINE.replace("443", "x") + "'},{'id':'3'}],'messageType':'DATA_MESSAGE'}"));

        assertThat(parser.read(envelope)).isInstanceOfSatisfying(Reading.Flows.class, flows -> {
            assertThat(flows.flows()).hasSize(1);
            assertThat(flows.unreadable())
                    .containsExactly(
                            new Reading.Unreadable(1, "dstport is \"x\", not a number"),
                            new Reading.Unreadable(2, "message is missing: a log event without a line"));
            assertThat(flows.record()).isSameAs(envelope);
        });
    }

    @Test
    void aConfiguredOrderCountsWithinAnEnvelopeToo() throws Exception {
        FlowParser configured =
                new AwsVpcParser(List.of("dstaddr", "srcaddr", "dstport", "srcport", "protocol", "end"));

        Flow flow = (Flow)
                configured.read(json("{'logEvents':[{'message':'192.0.2.2 192.0.2.1 443 40000 17 1566848933'}]}"));

        assertThat(flow.dstPort()).isEqualTo(443);
    }

    @Test
    void whatIsCompressedToExhaustMemoryIsRefused() throws Exception {
        byte[] bomb = gzip(new byte[17 << 20]);

        assertThatThrownBy(() -> parser.read(bomb))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("the record holds more than 16777216 bytes, compressed");
        assertThatThrownBy(() -> parser.read(Arrays.copyOf(bomb, 100)))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessageStartingWith("the record is compressed and damaged: ");
    }

    private static byte[] gzip(byte[] contents) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(contents);
        }
        return compressed.toByteArray();
    }

    private byte[] fixture(String file, int record) throws IOException {
        return Fixtures.records(AwsVpcFormat.format(), file).get(record);
    }

    /** JSON with single quotes for readability. */
    private static byte[] json(String text) {
        return bytes(text.replace('\'', '"'));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
