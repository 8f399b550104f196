package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastFlowsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Reading.NotAFlow HEADER = new Reading.NotAFlow("header");

    @Test
    void aFlowThatEndsWithinADayFromNowIsRead() throws Exception {
        Flow flow = flow("2026-03-01T11:00:00Z", "2026-03-02T12:00:00Z");

        assertThat(read(flow)).isSameAs(flow);
        assertThat(read(HEADER)).isSameAs(HEADER);
    }

    @Test
    void aFlowFromTheFutureIsRefusedWithItsTime() throws Exception {
        assertThatThrownBy(() -> read(flow("2026-03-01T11:00:00Z", "2026-03-02T12:00:00.001Z")))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("end_time is 2026-03-02T12:00:00.001Z, more than a day in the future");
        assertThatThrownBy(() -> read(flow("2031-01-01T00:00:00Z", "2026-03-01T11:00:00Z")))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("start_time is 2031-01-01T00:00:00Z, more than a day in the future");
    }

    @Test
    void ofSeveralFlowsTheOthersAreRead() throws Exception {
        Flow good = flow("2026-03-01T11:00:00Z", "2026-03-01T11:00:00Z");
        Flow bad = flow("2026-03-01T11:00:00Z", "2031-01-01T00:00:00Z");
        byte[] record = {1};

        Reading.Flows read = (Reading.Flows) read(new Reading.Flows(List.of(HEADER, bad, good), record));

        assertThat(read.record()).isSameAs(record);
        assertThat(read.parts())
                .containsExactly(
                        HEADER,
                        new Reading.Unreadable(1, "end_time is 2031-01-01T00:00:00Z, more than a day in the future"),
                        good);
        assertThatThrownBy(() -> read(new Reading.Flows(List.of(HEADER, bad, bad), record)))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessageStartingWith("end_time is 2031");
    }

    private static Reading read(Reading reading) throws UnreadableFlowException {
        return new PastFlows(record -> reading, NOW::toEpochMilli).read(new byte[0]);
    }

    private static Flow flow(String start, String end) throws UnreadableFlowException {
        return new FlowBuilder("test")
                .addresses("192.0.2.1", "192.0.2.2")
                .times(Instant.parse(start).toEpochMilli(), Instant.parse(end).toEpochMilli())
                .build();
    }
}
