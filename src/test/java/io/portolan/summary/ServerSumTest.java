package io.portolan.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.portolan.judge.Scene;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.PortServer;
import io.portolan.schema.Side;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerSumTest {
    @Test
    void partsOfOneServerBecomeOne() {
        PortServer one = part("198.51.100.7");
        PortServer other = part("198.51.100.8");
        ServerSum sum = new ServerSum(one);

        sum.add(other);
        sum.add(one);

        assertThat(sum.total().getFlows()).isEqualTo(3);
        assertThat(sum.total().getBytes()).isEqualTo(1_800);
        assertThat(sum.total().getClients()).isEqualTo(2);
        assertThat(sum.total().getClientAddresses()).containsExactly("198.51.100.7", "198.51.100.8");
        assertThat(sum.total().getLastSeen()).isEqualTo(one.getLastSeen());
    }

    @Test
    void whatTheRegistrySaysIsThatOfThePartSeenLast() {
        PortServer later = part("198.51.100.7");
        PortServer newest = part("198.51.100.7");
        newest.put("last_seen", later.getLastSeen().plusSeconds(60));
        newest.put("registry_version", "2026-11-30");
        ServerSum sum = new ServerSum(later);

        sum.add(newest);
        sum.add(later);

        assertThat(sum.total().getRegistryVersion()).isEqualTo("2026-11-30");
        assertThat(sum.total().getLastSeen()).isEqualTo(newest.getLastSeen());
    }

    @Test
    void aSumThatWasWrittenGoesOnWhereItStopped() {
        ServerSum sum = new ServerSum(part(clients(0, 100)));
        ServerSum again = new ServerSum(sum.total());

        again.add(part(clients(50, 200)));
        sum.add(part(clients(50, 200)));

        assertThat(again.total()).isEqualTo(sum.total());
        assertThat(again.total().getClients()).isCloseTo(200, within(10L));
    }

    @Test
    void aPartWhoseSketchIsNoneIsRefusedAndNothingOfItIsAdded() {
        ServerSum sum = new ServerSum(part("198.51.100.7"));
        PortServer before = sum.total();
        PortServer broken = part("198.51.100.8");
        broken.put("client_sketch", ByteBuffer.wrap(new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> sum.add(broken)).isInstanceOf(IllegalArgumentException.class);

        assertThat(sum.total()).isEqualTo(before);
    }

    private static String[] clients(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "198.51.100." + i).toArray(String[]::new);
    }

    private static PortServer part(String... clients) {
        ServerCounter counter = new ServerCounter();
        for (String client : clients) {
            LabelledFlow flow = Scene.tcp(50_000, 1274)
                    .opened(Side.SOURCE)
                    .sent(3, 300)
                    .received(3, 300)
                    .addresses(client, "192.0.2.10")
                    .labelled();
            counter.add(flow, Scene.judged(flow));
        }
        return ServerCounter.take(List.of(counter)).get(0);
    }
}
