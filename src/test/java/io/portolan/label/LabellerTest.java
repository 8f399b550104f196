package io.portolan.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.label.FixedRegistry;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.registry.BundledRegistry;
import io.portolan.registry.PortKey;
import io.portolan.registry.Transport;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabellerTest {
    private final ChangingRegistry registry = ChangingRegistry.ofKnownPorts();
    private final Labeller labeller = new Labeller(registry);

    @Test
    void bothPortsAreLabelledWithWhatTheRegistrySaysOfThem() throws Exception {
        LabelledFlow flow = labeller.label(flow(6, 1274, 80));

        assertThat(flow.src().service()).contains("t1distproc");
        assertThat(flow.src().range()).isEqualTo(PortRange.USER);
        assertThat(flow.src().status()).isEqualTo(PortStatus.ASSIGNED);
        assertThat(flow.src().documentation()).contains(Documentation.BARE);
        assertThat(flow.dst().service()).contains("http");
        assertThat(flow.dst().range()).isEqualTo(PortRange.SYSTEM);
        assertThat(flow.dst().documentation()).contains(Documentation.REFERENCED);
        assertThat(flow.dst().entry().orElseThrow().getNames()).containsExactly("http", "www", "www-http");
        assertThat(flow.version().text()).contains("2026-09-01");
    }

    @ParameterizedTest
    @CsvSource({"6, TCP", "17, UDP", "33, DCCP", "132, SCTP", "136, UDP"})
    void eachTransportHasItsOwnPorts(int protocol, Transport transport) throws Exception {
        registry.put(transport.text() + "/4000", Documentation.DESCRIBED, "only-" + transport.text());

        LabelledFlow flow = labeller.label(flow(protocol, 4000, 4001));

        assertThat(flow.transport()).isEqualTo(transport);
        assertThat(flow.src().service()).contains("only-" + transport.text());
        assertThat(flow.dst().service()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 47, 50, 58, 255})
    void aProtocolWithoutPortsHasNoRangeAndIsNotLookedUp(int protocol) throws Exception {
        LabelledFlow flow = labeller.label(flow(protocol, 4, 250));

        assertThat(flow.transport()).isNull();
        assertThat(flow.src().range()).isEqualTo(PortRange.NONE);
        assertThat(flow.dst().range()).isEqualTo(PortRange.NONE);
        assertThat(flow.dst().status()).isEqualTo(PortStatus.UNLISTED);
        assertThat(flow.dst().service()).isEmpty();
        assertThat(registry.finds()).isZero();
    }

    @Test
    void everyPortHasTheSameLabelWhenItIsMetAgain() throws Exception {
        PortRegistry bundled = new FixedRegistry(BundledRegistry.load().registry());
        Labeller ofAll = new Labeller(bundled);
        for (int round = 0; round < 2; round++) {
            for (int port = 0; port <= 65_535; port++) {
                LabelledFlow labelled = ofAll.label(flow(17, 65_535 - port, port));

                Label expected = bundled.find(new PortKey(Transport.UDP, port))
                        .map(entry -> Label.listed(labelled.dst().range(), entry))
                        .orElse(Label.unlisted(labelled.dst().range()));
                assertThat(labelled.dst().encoded()).isEqualTo(expected.encoded());
                assertThat(labelled.dst().entry()).isEqualTo(expected.entry());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, SYSTEM",
        "1023, SYSTEM",
        "1024, USER",
        "49151, USER",
        "49152, DYNAMIC",
        "65535, DYNAMIC",
    })
    void anUnlistedPortHasItsRangeAndNothingElse(int port, PortRange range) throws Exception {
        Label label = labeller.label(flow(6, port, 80)).src();

        assertThat(label.range()).isEqualTo(range);
        assertThat(label.status()).isEqualTo(PortStatus.UNLISTED);
        assertThat(label.service()).isEmpty();
        assertThat(label.documentation()).isEmpty();
        assertThat(label.entry()).isEmpty();
    }

    @Test
    void aReservedPortHasNoService() throws Exception {
        registry.put(ChangingRegistry.entry("tcp/0", PortStatus.RESERVED, null));

        Label label = labeller.label(flow(6, 0, 80)).src();

        assertThat(label.status()).isEqualTo(PortStatus.RESERVED);
        assertThat(label.isAssigned()).isFalse();
        assertThat(label.service()).isEmpty();
    }

    @Test
    void everyPortOfATransportKeepsItsOwnLabel() throws Exception {
        for (int port = 0; port <= 65_535; port++) {
            registry.put("udp/" + port, Documentation.BARE, "service-" + port);
        }
        for (int round = 0; round < 2; round++) {
            for (int port = 0; port <= 65_535; port++) {
                LabelledFlow flow = labeller.label(flow(17, port, 65_535 - port));

                assertThat(flow.src().service().orElseThrow()).isEqualTo("service-" + port);
                assertThat(flow.dst().service().orElseThrow()).isEqualTo("service-" + (65_535 - port));
            }
        }
        assertThat(registry.finds()).isEqualTo(65_536);
    }

    @Test
    void portsOfWhichTheRegistrySaysTheSameShareTheirLabel() throws Exception {
        registry.put(ChangingRegistry.entry("tcp/40000", PortStatus.UNASSIGNED, null));
        registry.put(ChangingRegistry.entry("udp/40001", PortStatus.UNASSIGNED, null));
        registry.put(ChangingRegistry.entry("tcp/40002", PortStatus.RESERVED, null));
        registry.put(ChangingRegistry.entry("tcp/50000", PortStatus.UNASSIGNED, null));

        LabelledFlow tcp = labeller.label(flow(6, 40_000, 40_002));
        LabelledFlow udp = labeller.label(flow(17, 40_001, 53));
        LabelledFlow dynamic = labeller.label(flow(6, 50_000, 80));

        assertThat(udp.src()).isSameAs(tcp.src());
        assertThat(tcp.dst().status()).isEqualTo(PortStatus.RESERVED);
        assertThat(dynamic.src().range()).isEqualTo(PortRange.DYNAMIC);
    }

    @Test
    void theEntryOfASharedLabelIsThatOfThePortAskedFor() throws Exception {
        PortAssignment entry = ChangingRegistry.entry("udp/40001", PortStatus.UNASSIGNED, null);
        registry.put(ChangingRegistry.entry("tcp/40000", PortStatus.UNASSIGNED, null));
        registry.put(entry);

        labeller.label(flow(6, 40_000, 80));
        Label shared = labeller.label(flow(17, 40_001, 53)).src();

        assertThat(shared.assignment(PortKey.parse("udp/40001"))).contains(entry);
        assertThat(shared.entry().orElseThrow().getPort()).isEqualTo(-1);
    }

    @Test
    void thePortsAreLookedUpOnceAndNotPerFlow() throws Exception {
        Label first = labeller.label(flow(6, 1274, 80)).src();
        for (int i = 0; i < 1_000; i++) {
            assertThat(labeller.label(flow(6, 1274, 80)).src()).isSameAs(first);
        }

        assertThat(registry.finds()).isEqualTo(2);
    }

    @Test
    void afterAChangeThePortsAreLookedUpAgainOnce() throws Exception {
        labeller.label(flow(6, 1274, 80));

        registry.put("tcp/1274", Documentation.DESCRIBED, "harbour");

        assertThat(labeller.label(flow(6, 1274, 80)).src().service()).contains("harbour");
        labeller.label(flow(6, 1274, 80));
        assertThat(registry.finds()).isEqualTo(4);
    }

    @Test
    void aPortThatIsGoneFromTheRegistryIsUnlistedInTheNextFlow() throws Exception {
        labeller.label(flow(6, 1274, 80));

        registry.remove("tcp/1274");

        Label label = labeller.label(flow(6, 1274, 80)).src();
        assertThat(label.status()).isEqualTo(PortStatus.UNLISTED);
        assertThat(label.range()).isEqualTo(PortRange.USER);
    }

    @Test
    void aNewVersionShowsInTheNextFlow() throws Exception {
        labeller.label(flow(6, 1274, 80));

        registry.release("2026-10-01");

        assertThat(labeller.label(flow(6, 1274, 80)).version().text()).contains("2026-10-01");
    }

    @Test
    void labelsAndVersionAreOfOneStateThoughTheRegistryChangesBetweenTheTwoLookUps() throws Exception {
        registry.duringNextFind(() -> {
            registry.put("tcp/1274", Documentation.DESCRIBED, "new-source");
            registry.put("tcp/80", Documentation.DESCRIBED, "new-destination");
            registry.release("2026-10-01");
        });

        LabelledFlow flow = labeller.label(flow(6, 1274, 80));

        assertThat(flow.src().service()).contains("new-source");
        assertThat(flow.dst().service()).contains("new-destination");
        assertThat(flow.version().text()).contains("2026-10-01");
    }

    @Test
    void labellersThatShareATableLookAPortUpOnce() throws Exception {
        LabelTable table = new LabelTable();
        Label first = new Labeller(registry, table).label(flow(6, 1274, 80)).src();

        Label second = new Labeller(registry, table).label(flow(6, 1274, 443)).src();

        assertThat(second).isSameAs(first);
        assertThat(registry.finds()).isEqualTo(3);
    }

    @Test
    void aChangeShowsToAllLabellersThatShareATable() throws Exception {
        LabelTable table = new LabelTable();
        Labeller one = new Labeller(registry, table);
        Labeller other = new Labeller(registry, table);
        one.label(flow(6, 1274, 80));
        other.label(flow(6, 1274, 80));

        registry.put("tcp/1274", Documentation.DESCRIBED, "harbour");

        assertThat(one.label(flow(6, 1274, 80)).src().service()).contains("harbour");
        assertThat(other.label(flow(6, 1274, 80)).src().service()).contains("harbour");
    }

    private static Flow flow(int protocol, int src, int dst) throws UnreadableFlowException {
        return new FlowBuilder("test")
                .protocol(protocol)
                .ports(src, dst)
                .addresses("192.0.2.1", "192.0.2.2")
                .times(1_700_000_000_000L, 1_700_000_000_000L)
                .build();
    }
}
