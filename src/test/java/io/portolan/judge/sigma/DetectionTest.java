package io.portolan.judge.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.FlowBuilder;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.Labeller;
import io.portolan.schema.Documentation;
import io.portolan.schema.Side;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detections against one flow: what they say, and what it comes to. */
class DetectionTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            server.port                         ¦ 1274                     ¦ true
            server.port                         ¦ '1274'                   ¦ true
            server.port                         ¦ 1274.0                   ¦ true
            server.port                         ¦ 1275                     ¦ false
            server.port                         ¦ [80, 1274]               ¦ true
            server.port                         ¦ '12*'                    ¦ true
            server.port                         ¦ '12?'                    ¦ false
            server.port|startswith              ¦ 12                       ¦ true
            server.port|lt                      ¦ 1275                     ¦ true
            server.port|lt                      ¦ 1274                     ¦ false
            server.port|lte                     ¦ 1274                     ¦ true
            server.port|gt                      ¦ 1273                     ¦ true
            server.port|gt                      ¦ 1274                     ¦ false
            server.port|gte                     ¦ 1274                     ¦ true
            server.port|neq                     ¦ 80                       ¦ true
            server.port|neq                     ¦ [80, 1274]               ¦ false
            role.confidence|gte                 ¦ 60                       ¦ open
            network.transport                   ¦ TCP                      ¦ true
            network.transport|cased             ¦ TCP                      ¦ false
            network.transport|cased             ¦ tcp                      ¦ true
            observer                            ¦ Sensor-*                 ¦ true
            observer|cased                      ¦ Sensor-*                 ¦ false
            observer                            ¦ 'sensor-?'               ¦ true
            observer                            ¦ 'sensor-??'              ¦ false
            observer                            ¦ 'sensor-\\?'             ¦ false
            attributes.path                     ¦ 'c:\\temp'               ¦ true
            attributes.path                     ¦ 'C:\\\\Temp'             ¦ true
            attributes.path                     ¦ 'c:\\\\*'                ¦ true
            attributes.path                     ¦ 'c:\\*'                  ¦ false
            attributes.star                     ¦ 'a\\*b'                  ¦ true
            attributes.star                     ¦ 'a*b'                    ¦ true
            attributes.path                     ¦ 'a\\*b'                  ¦ false
            observer|contains                   ¦ NSOR                     ¦ true
            observer|contains                   ¦ [x, y]                   ¦ false
            observer|contains|all               ¦ [sen, sor]               ¦ true
            observer|contains|all               ¦ [sen, nor]               ¦ false
            observer|startswith                 ¦ sens                     ¦ true
            observer|startswith                 ¦ ens                      ¦ false
            observer|endswith                   ¦ '-1'                     ¦ true
            observer|endswith                   ¦ 'r-'                     ¦ false
            observer|contains|cased             ¦ SEN                      ¦ false
            observer|neq                        ¦ other                    ¦ true
            observer|neq                        ¦ 'sens*'                  ¦ false
            observer|re                         ¦ '^sen.or-[0-9]$'         ¦ true
            observer|re                         ¦ '^SEN'                   ¦ false
            observer|re|i                       ¦ '^SEN'                   ¦ true
            attributes.lines|re                 ¦ '^two$'                  ¦ false
            attributes.lines|re|m               ¦ '^two$'                  ¦ true
            attributes.lines|re                 ¦ 'one.two'                ¦ false
            attributes.lines|re|s               ¦ 'one.two'                ¦ true
            server.ip                           ¦ 192.0.2.10               ¦ true
            server.ip                           ¦ 192.0.2.11               ¦ false
            server.ip                           ¦ '192.0.2.*'              ¦ true
            server.ip|cidr                      ¦ 192.0.2.0/24             ¦ true
            server.ip|cidr                      ¦ 192.0.2.8/30             ¦ true
            server.ip|cidr                      ¦ 192.0.2.0/29             ¦ false
            server.ip|cidr                      ¦ [10.0.0.0/8, 192.0.0.0/8] ¦ true
            server.ip|cidr                      ¦ 0.0.0.0/0                ¦ true
            server.ip|cidr                      ¦ '2001:db8::/32'          ¦ false
            server.ip|exists                    ¦ true                     ¦ true
            server.ip|exists                    ¦ false                    ¦ false
            flow.tcp_flags|exists               ¦ false                    ¦ true
            flow.tcp_flags                      ¦ null                     ¦ true
            observer                            ¦ null                     ¦ false
            observer                            ¦ [null, x]                ¦ false
            flow.tcp_flags                      ¦ [null, 2]                ¦ true
            flow.tcp_flags                      ¦ 2                        ¦ unknown
            flow.tcp_flags|neq                  ¦ 2                        ¦ unknown
            attributes.none                     ¦ x                        ¦ unknown
            attributes.none|contains            ¦ x                        ¦ unknown
            attributes.none|exists              ¦ true                     ¦ false
            client.ip|fieldref                  ¦ src_ip                   ¦ true
            client.ip|fieldref                  ¦ dst_ip                   ¦ false
            client.ip|neq|fieldref              ¦ dst_ip                   ¦ true
            src_port|fieldref                   ¦ attributes.port          ¦ true
            src_port|fieldref                   ¦ attributes.none          ¦ unknown
            attributes.mixed|fieldref           ¦ observer                 ¦ true
            attributes.mixed|cased|fieldref     ¦ observer                 ¦ false
            service.names                       ¦ T1distproc               ¦ true
            service.names                       ¦ [www, distproc]          ¦ true
            service.names|contains|all          ¦ [t1, dist]               ¦ true
            service.names|neq                   ¦ distproc                 ¦ false
            service.documentation               ¦ bare                     ¦ true
            server.unauthorized_use|exists      ¦ true                     ¦ false
            server.status                       ¦ [reserved, assigned]     ¦ true
            client.status                       ¦ unlisted                 ¦ true
            client.range                        ¦ dynamic                  ¦ true
            client.scope                        ¦ outside                  ¦ true
            server.scope                        ¦ inside                   ¦ false
            verdict                             ¦ session                  ¦ open
            server.first_seen                   ¦ true                     ¦ open
            verdict|exists                      ¦ true                     ¦ open
            verdict|fieldref                    ¦ observer                 ¦ open
            SourceIp                            ¦ 198.51.100.7             ¦ true
            DestinationPort                     ¦ 1274                     ¦ true
            Protocol                            ¦ tcp                      ¦ true
            Initiated                           ¦ true                     ¦ unknown
            id.resp_p                           ¦ 1274                     ¦ true
            proto                               ¦ tcp                      ¦ true
            conn_state                          ¦ S*                       ¦ true
            source.bytes|gte                    ¦ 100                      ¦ true
            destination.bytes|exists            ¦ true                     ¦ false
            network.type                        ¦ ipv4                     ¦ true
            event.duration|gt                   ¦ 1.2                      ¦ true
            event.duration|lt                   ¦ 1.3                      ¦ true
            source_format                       ¦ test                     ¦ true
            flow.duplicate                      ¦ false                    ¦ true
            """)
    void anItemHas(String key, String value, String answer) throws Exception {
        assertThat(detection("{selection: {'" + key + "': " + value + "}, condition: selection}")
                        .evaluate(sighting())
                        .toString())
                .isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            yes                               | true
            no                                | false
            missing                           | unknown
            open                              | open
            not yes                           | false
            not no                            | true
            not missing                       | unknown
            not open                          | open
            not not yes                       | true
            yes and no                        | false
            yes and missing                   | unknown
            no and missing                    | false
            no and open                       | false
            yes or missing                    | true
            no or missing                     | unknown
            yes or open                       | true
            yes and not missing               | unknown
            yes or no and no                  | true
            (yes or no) and no                | false
            not no and yes                    | true
            not (no and yes)                  | true
            NOT no AND yes                    | true
            1 of sel_*                        | true
            all of sel_*                      | false
            not 1 of sel_*                    | false
            1 of sel_n*                       | false
            all of sel_y*                     | true
            1 of *_no                         | false
            1 of them                         | true
            all of them                       | false
            1 of _*                           | true
            maps                              | true
            list                              | true
            """)
    void aConditionJoinsWhatIsTrueFalseUnknownAndOpen(String condition, String answer) throws Exception {
        Detection detection = detection("""
                {yes: {server.port: 1274}, no: {server.port: 1275}, missing: {attributes.none: x}, open: {verdict: probe},
                 sel_yes: {server.port: 1274}, sel_no: {server.port: 1275}, _hidden: {server.port: 1274},
                 maps: {server.port: 1274, network.transport: tcp},
                 list: [{server.port: 1275}, {server.port: 1274, network.transport: tcp}],
                 condition: '%s'}
                """.formatted(condition));

        assertThat(detection.evaluate(sighting()).toString()).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            open and missing    | false
            open or missing     | true
            open and not open   | true
            no or open          | true
            no and open         | false
            """)
    void whatIsMissingCanNeverBecomeTrueAndWhatIsOpenCan(String condition, boolean mayBeTrue) throws Exception {
        Detection detection = detection("""
                {no: {server.port: 1275}, missing: {attributes.none: x}, open: {verdict: probe}, condition: '%s'}
                """.formatted(condition));

        assertThat(detection.evaluate(sighting()).mayBeTrue()).isEqualTo(mayBeTrue);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "server.port: 1274, true",
        "dst_port: 1274, true",
        "src_port: 1274, open",
        "network.transport: udp, false",
        "service.names: distproc, true",
        "server.ip|cidr: 192.0.2.0/24, open",
        "server.unauthorized_use: x, unknown",
        "observer: null, open"
    })
    void ofAPortOnlyThePortIsKnown(String item, String answer) throws Exception {
        Sighting flow = sighting();
        Sighting port = Sighting.ofPort(flow.transport(), flow.port(), flow.label(), flow.server());

        assertThat(detection("{selection: {" + item + "}, condition: selection}")
                        .evaluate(port)
                        .toString())
                .isEqualTo(answer);
    }

    private static Detection detection(String yaml) {
        Faults faults = new Faults("rule.yml");
        Yaml section = YamlTree.read(yaml, faults).orElseThrow();
        Detection detection = DetectionReader.read(new Yaml.Entry(1, "detection", section), Set.of(), faults)
                .orElseThrow(() -> new AssertionError(faults.messages()));
        assertThat(faults.messages()).isEmpty();
        return detection;
    }

    private static Sighting sighting() throws Exception {
        FlowBuilder flow = new FlowBuilder("test")
                .protocol(6)
                .ports(51515, 1274)
                .addresses("198.51.100.7", "192.0.2.10")
                .times(1_700_000_000_500L, 1_700_000_001_750L)
                .counters(2, 100)
                .observer("sensor-1")
                .attribute("path", "C:\\temp")
                .attribute("star", "a*b")
                .attribute("port", "51515")
                .attribute("mixed", "Sensor-1")
                .attribute("conn_state", "SF")
                .attribute("lines", "one\ntwo");
        ChangingRegistry registry =
                new ChangingRegistry().put("tcp/1274", Documentation.BARE, "t1distproc", "distproc");
        return Sighting.of(new Labeller(registry).label(flow.build()), Side.DESTINATION);
    }
}
