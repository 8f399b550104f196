package io.portolan.alert.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanStoriesTest {
    private static final String SCAN = "scan/203.0.113.7/1274/tcp";

    private final Told told = new Told();

    @Test
    void fromTheThirdServerOnAnUnansweredClientIsAScannerAndOneStory() {
        told.probe(0, "203.0.113.7:40000", "10.0.0.1:1274").probe(1, "203.0.113.7:40000", "10.0.0.2:1274");
        assertThat(told.lines())
                .containsExactly(
                        "OPENED SERVER PROBE LOW 10.0.0.1:1274/tcp", "OPENED SERVER PROBE LOW 10.0.0.2:1274/tcp");

        told.probe(2, "203.0.113.7:40000", "10.0.0.3:1274");
        assertThat(told.lines())
                .containsExactly(
                        "OPENED SCAN PROBE LOW " + SCAN,
                        "CLOSED SERVER PROBE LOW 10.0.0.1:1274/tcp",
                        "CLOSED SERVER PROBE LOW 10.0.0.2:1274/tcp");

        told.probe(3, "203.0.113.7:40000", "10.0.0.4:1274").probe(4, "203.0.113.7:40000", "10.0.0.1:1274");
        assertThat(told.lines()).isEmpty();
        assertThat(told.end().lines()).containsExactly("CLOSED SCAN PROBE LOW " + SCAN);
    }

    @Test
    void theScanNamesItsTargets() {
        for (int i = 1; i <= 20; i++) {
            told.probe(i, "203.0.113.7:40000", "10.0.0." + i + ":1274");
        }
        PortAlert alert = told.end().lastAlert();

        assertThat(alert.getTargets()).isEqualTo(20);
        assertThat(alert.getTargetAddresses()).hasSize(10).startsWith("10.0.0.1", "10.0.0.2");
        assertThat(alert.getClients()).containsExactly("203.0.113.7");
        assertThat(alert.getFlows()).isEqualTo(20);
        assertThat(alert.getSummary())
                .startsWith("203.0.113.7 tried 20 servers on port 1274/tcp (registered for t1distproc, nothing but a"
                        + " name), the first of them 10.0.0.1, without a sign of an answer. In all 20 flows from");
    }

    @Test
    void aServerThatAnswersTheScannerHasAStoryOfItsOwn() {
        for (int i = 1; i <= 5; i++) {
            told.probe(i, "203.0.113.7:40000", "10.0.0." + i + ":1274");
        }
        told.lines();

        told.session(6, "203.0.113.7:40000", "10.0.0.6:1274");

        assertThat(told.lines()).containsExactly("OPENED SERVER SESSION HIGH 10.0.0.6:1274/tcp");
    }

    @Test
    void aServerThatOthersTriedTooKeepsItsStory() {
        told.probe(0, "203.0.113.8:40000", "10.0.0.1:1274");
        for (int i = 1; i <= 3; i++) {
            told.probe(i, "203.0.113.7:40000", "10.0.0." + i + ":1274");
        }

        assertThat(told.lines()).doesNotContain("CLOSED SERVER PROBE LOW 10.0.0.1:1274/tcp");
    }

    @Test
    void aScanOfManyServersGrowsNoStateAndIsCountedWithinThreePercent() {
        LocalStoryStore servers = new LocalStoryStore();
        Told scanned = new Told(StorySettings.defaults(), servers);
        int targets = 100_000;
        for (int i = 0; i < targets; i++) {
            scanned.probe(0, "203.0.113.7:40000", "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + ":1274");
        }

        scanned.written();
        assertThat(servers.bytes()).isBetween(1L, 20_000L);
        PortAlert alert = scanned.end().lastAlert();
        assertThat(alert.getStory()).isEqualTo(StoryKind.SCAN);
        assertThat((double) alert.getTargets()).isCloseTo(targets, within(0.05 * targets));
        assertThat(alert.getFlows()).isEqualTo(targets);
    }

    @Test
    void aSlowScanIsFoundWithinADay() {
        for (int i = 1; i <= 5; i++) {
            told.probe(i * 20_000L, "203.0.113.7:40000", "10.0.0." + i + ":1274");
        }

        List<String> lines = told.lines();
        assertThat(lines).contains("OPENED SCAN PROBE LOW " + SCAN);
    }

    @Test
    void theRefusalsOfAScanAreOfTheScan() {
        for (int i = 1; i <= 6; i++) {
            String target = "10.0.0." + i + ":1274";
            told.flow(
                    "test",
                    6,
                    i,
                    "203.0.113.7:40000",
                    target,
                    flow -> flow.tcpFlags(2).counters(1, 60));
            told.flow(
                    "test",
                    6,
                    i,
                    target,
                    "203.0.113.7:40000",
                    flow -> flow.tcpFlags(0x14).counters(1, 40));
        }

        assertThat(told.lines()).filteredOn(line -> line.startsWith("OPENED")).hasSize(3);
        assertThat(told.end().lastAlert().getTargets()).isEqualTo(6);
    }

    @Test
    void anotherDayAnotherScan() {
        for (int i = 1; i <= 3; i++) {
            told.probe(i, "203.0.113.7:40000", "10.0.0." + i + ":1274");
        }
        told.advance(200_000).lines();

        told.probe(300_000, "203.0.113.7:40000", "10.0.0.1:1274");

        assertThat(told.lines()).containsExactly("OPENED SERVER PROBE LOW 10.0.0.1:1274/tcp");
    }
}
