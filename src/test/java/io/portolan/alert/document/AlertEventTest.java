package io.portolan.alert.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.PortAlert;
import io.portolan.schema.Verdict;
import java.time.Instant;
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
        PortAlert verdict =
                SampleAlerts.sessionBuilder().setVerdict(Verdict.UNCERTAIN).build();
        PortAlert bytes =
                SampleAlerts.sessionBuilder().setBytes(FIRST.getBytes() + 1).build();

        assertThat(AlertEvent.of(verdict).id())
                .isNotEqualTo(AlertEvent.of(FIRST).id());
        assertThat(AlertEvent.of(bytes).id()).isNotEqualTo(AlertEvent.of(FIRST).id());
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
