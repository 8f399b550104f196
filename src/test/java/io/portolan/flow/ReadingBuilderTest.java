package io.portolan.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadingBuilderTest {
    private final ReadingBuilder readings = new ReadingBuilder();
    private final byte[] record = {1};

    @Test
    void badPartsAreToldOneByOneUpToABound() throws Exception {
        readings.add(flow());
        addBad(ReadingBuilder.MOST_UNREADABLE);

        Reading.Flows read = (Reading.Flows) readings.build(record, "nothing");

        assertThat(read.unreadable()).hasSize(1_000);
        assertThat(read.flows()).hasSize(1);
    }

    @Test
    void aRecordOfMoreIsRefusedAsAWholeAndTheNextOneIsRead() throws Exception {
        readings.add(flow());
        addBad(100_000);
        readings.add(flow());

        assertThatThrownBy(() -> readings.build(record, "nothing"))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("more than 1000 parts cannot be read: bad 0");
        Flow next = flow();
        readings.add(next);
        assertThat(readings.build(record, "nothing")).isSameAs(next);
    }

    private void addBad(int count) {
        for (int i = 0; i < count; i++) {
            readings.add(new UnreadableFlowException("bad " + i));
        }
    }

    private static Flow flow() throws UnreadableFlowException {
        return new FlowBuilder("test")
                .addresses("192.0.2.1", "192.0.2.2")
                .times(1_700_000_000_000L, 1_700_000_000_000L)
                .build();
    }
}
