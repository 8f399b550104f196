package io.portolan.alert.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.PortAlert;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The id of an alert among all alerts. */
class AlertEventTest {
    private static final PortAlert FIRST = SampleAlerts.session();

    @Test
    void theSameAlertHasTheSameId() {
        String id = AlertEvent.of(FIRST).id();

        assertThat(AlertEvent.of(SampleAlerts.session()).id()).isEqualTo(id);
    }

    @Test
    void aStoryThatBeginsAnewWithAFlowOfTheSameStartHasOtherIds() {
        PortAlert anew = SampleAlerts.sessionBuilder()
                .setRaisedAt(FIRST.getRaisedAt().plusMillis(1))
                .build();

        assertThat(AlertEvent.of(anew).id()).isNotEqualTo(AlertEvent.of(FIRST).id());
    }

    @Test
    void aStoryThatBeginsAnewWithAnotherFlowOfTheSameTimesHasOtherIds() {
        List<PortAlert> others = List.of(
                SampleAlerts.sessionBuilder().setVerdict(Verdict.UNCERTAIN).build(),
                SampleAlerts.sessionBuilder().setScore(FIRST.getScore() + 1).build(),
                SampleAlerts.sessionBuilder().setBytes(FIRST.getBytes() + 1).build(),
                SampleAlerts.sessionBuilder().setClients(List.of("192.0.2.1")).build(),
                SampleAlerts.sessionBuilder().setClient(FIRST.getServer()).build());

        assertThat(others)
                .map(other -> AlertEvent.of(other).id())
                .doesNotHaveDuplicates()
                .doesNotContain(AlertEvent.of(FIRST).id());
    }

    @Test
    void theIdDoesNotDependOnWhereTheFlowWasReadNorOnTheVersionOfTheRegistry() {
        PortAlert elsewhere = SampleAlerts.sessionBuilder()
                .setOrigin(new RecordPosition("replayed", 7, 42L))
                .setRegistryVersion("1999-12-31")
                .build();

        assertThat(AlertEvent.of(elsewhere)).isEqualTo(AlertEvent.of(FIRST));
    }

    @Test
    void theNextAlertOfAStoryAtTheSameTimeHasAnotherId() {
        PortAlert next =
                SampleAlerts.sessionBuilder().setUpdate(FIRST.getUpdate() + 1).build();

        assertThat(AlertEvent.of(next).id()).isNotEqualTo(AlertEvent.of(FIRST).id());
    }

    @Test
    void anAlertOfAnOlderJobHasTheTimeOfItsLastFlow() {
        PortAlert older = SampleAlerts.sessionBuilder()
                .setRaisedAt(null)
                .setLastSeen(Instant.ofEpochMilli(42))
                .build();

        assertThat(AlertEvent.of(older).id()).contains("/42/");
    }
}
