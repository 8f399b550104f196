package io.portolan.topology;

import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/** Tells for one task which input the record at work was read from: mostly that of the record before. */
final class CurrentInput {
    private final List<InputCounters> inputs;
    private InputCounters last;

    /**
     * @param inputs all that the task may read, one or more
     */
    CurrentInput(List<InputCounters> inputs) {
        this.inputs = inputs;
        this.last = inputs.get(0);
    }

    /** The counters of that input. */
    InputCounters of(ProcessingContext context) {
        String topic = context.recordMetadata().orElseThrow().topic();
        if (!last.topic().equals(topic)) {
            last = inputs.stream()
                    .filter(input -> input.topic().equals(topic))
                    .findFirst()
                    .orElseThrow();
        }
        return last;
    }
}
