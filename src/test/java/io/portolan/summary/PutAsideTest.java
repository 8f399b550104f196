package io.portolan.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.judge.Judgement;
import io.portolan.judge.Scene;
import io.portolan.label.LabelledFlow;
import io.portolan.registry.Transport;
import io.portolan.schema.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PutAsideTest {
    private static final String LONGEST = "2001:0db8:ffff:ffff:ffff:ffff:255.255.255.255";

    private final PutAside aside = new PutAside();

    @Test
    void aFlowComesBackAsItWas() {
        LabelledFlow labelled =
                answered().addresses("198.51.100.8", "2001:db8::10").labelled();
        Judgement judgement = add(labelled);

        assertThat(taken())
                .containsExactly(new ServedFlow(
                        "2001:db8::10",
                        1274,
                        Transport.TCP,
                        "198.51.100.8",
                        1_700_000_000_500L,
                        1_700_000_001_750L,
                        600,
                        labelled.dst(),
                        judgement.role(),
                        labelled.version()));
        assertThat(taken()).isEmpty();
    }

    @Test
    void theServerMayBeTheSource() {
        LabelledFlow labelled = Scene.of("test", 132, 1274, 50_000)
                .opened(Side.DESTINATION)
                .sent(3, 300)
                .received(3, 300)
                .labelled();
        add(labelled);

        assertThat(taken()).singleElement().satisfies(flow -> {
            assertThat(flow.server()).isEqualTo("198.51.100.7");
            assertThat(flow.client()).isEqualTo("192.0.2.10");
            assertThat(flow.port()).isEqualTo(1274);
            assertThat(flow.transport()).isEqualTo(Transport.SCTP);
            assertThat(flow.label()).isSameAs(labelled.src());
        });
    }

    @Test
    void asManyAsAreTakenComeInTheirOrderWhateverTheLengthOfTheirAddresses() {
        List<String> clients = new ArrayList<>();
        for (int i = 0; i < PutAside.MOST; i++) {
            assertThat(aside.isFull()).isFalse();
            String client = i % 3 == 0 ? LONGEST : "198.51.100." + i % 256;
            clients.add(client);
            add(answered().addresses(client, "192.0.2." + i % 7).labelled());
        }

        assertThat(aside.isFull()).isTrue();
        List<ServedFlow> taken = taken();
        assertThat(taken).extracting(ServedFlow::client).isEqualTo(clients);
        assertThat(taken.get(PutAside.MOST - 1).server()).isEqualTo("192.0.2." + (PutAside.MOST - 1) % 7);
        assertThat(aside.isFull()).isFalse();
    }

    private static Scene answered() {
        return Scene.tcp(50_000, 1274).opened(Side.SOURCE).sent(3, 300).received(3, 300);
    }

    private Judgement add(LabelledFlow labelled) {
        Judgement judgement = Scene.judged(labelled);
        aside.add(labelled, labelled.transport(), judgement.role());
        return judgement;
    }

    private List<ServedFlow> taken() {
        List<ServedFlow> taken = new ArrayList<>();
        aside.take(taken::add);
        return taken;
    }
}
