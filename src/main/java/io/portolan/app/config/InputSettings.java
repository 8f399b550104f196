package io.portolan.app.config;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.format.FlowFormats;
import io.portolan.topology.Input;
import io.portolan.topology.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** The keys of the inputs, checked. */
final class InputSettings {
    private InputSettings() {}

    /** One input for each of the names. */
    static List<Input> of(PortolanConfig config) {
        List<Input> inputs = config.getList(InputKeys.INPUTS).stream()
                .map(name -> input(name, config.originalsWithPrefix(ConfigKeys.INPUT + name + "."), config.topics()))
                .toList();
        checkDistinct(inputs);
        return inputs;
    }

    private static Input input(String name, Map<String, Object> keys, Topics topics) {
        Object topic = keys.getOrDefault(
                "topic", name.equals("flow-logs") ? topics.flowLogs().name() : name);
        FlowFormat format = format(name, keys);
        return new Input(name, topic.toString(), format, columns(name, format, keys));
    }

    /** A parser is made once here: refused columns would otherwise make a dead letter of every record. */
    private static List<String> columns(String name, FlowFormat format, Map<String, Object> keys) {
        List<String> columns =
                FlowFormats.columns(keys.getOrDefault("fields", "").toString());
        try {
            FlowParser unused = format.parser().apply(columns);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(ConfigKeys.INPUT + name + ".fields: " + e.getMessage());
        }
        return columns;
    }

    /** Kafka Streams would refuse both, in words of its own. */
    private static void checkDistinct(List<Input> inputs) {
        Map<String, String> nameOfTopic = new HashMap<>();
        for (Input input : inputs) {
            String other = nameOfTopic.put(input.topic(), input.name());
            if (input.name().equals(other)) {
                throw new ConfigException(InputKeys.INPUTS + " names " + other + " twice; name each input once");
            }
            if (other != null) {
                throw new ConfigException(ConfigKeys.INPUT + other + " and " + ConfigKeys.INPUT + input.name()
                        + " both read topic " + input.topic() + "; a topic has one format, leave one of them out");
            }
        }
    }

    private static FlowFormat format(String name, Map<String, Object> keys) {
        String format = keys.getOrDefault("format", "avro").toString();
        try {
            return FlowFormats.named(format);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(ConfigKeys.INPUT + name + ".format: " + e.getMessage());
        }
    }
}
