package io.portolan.topology;

import io.portolan.flow.FlowFormat;
import java.util.List;

/**
 * A topic that flow logs are read from.
 *
 * @param name what the configuration and the topology call it
 * @param topic its name on the cluster
 * @param format what its records look like
 * @param fields order of the columns, empty for the format's own
 */
public record Input(String name, String topic, FlowFormat format, List<String> fields) {
    public Input {
        fields = List.copyOf(fields);
    }
}
