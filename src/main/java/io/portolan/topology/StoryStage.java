package io.portolan.topology;

import io.portolan.alert.story.Ground;
import io.portolan.alert.story.Sighting;
import io.portolan.alert.story.StorySettings;
import io.portolan.flow.Flow;
import io.portolan.judge.Judge;
import io.portolan.judge.Rules;
import io.portolan.label.LabelTable;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.schema.PortSighting;
import io.portolan.topology.GlobalPortRegistry.RegistryAvro;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What both stages of stories have in common: a sighting is labelled and judged once more, by the registry and the rules
 * of the moment.
 */
record StoryStage(
        RegistryStore registry,
        RegistryAvro avro,
        LabelTable labels,
        Supplier<Rules> rules,
        StorySettings settings,
        KeptAlerts.Form alerts) {
    /** How long the rest waits when so many stories end at once that they end a part at a time. */
    static final Duration CATCH_UP = Duration.ofMillis(100);

    /** What alerts of stories that end later than at a reading of the clock are made from: the record of that reading. */
    static Record<String, PortSighting> clock(long time) {
        return new Record<>("", Sightings.clock(time), time);
    }

    /** A store for stories, on disk, with a changelog. */
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** What one task has of the stage. */
    Task in(ProcessorContext<?, ?> context, String store, String alertStore) {
        Labeller labeller =
                new Labeller(new GlobalPortRegistry(registry, context.getStateStore(registry.name()), avro), labels);
        return new Task(
                labeller,
                new Judge(rules),
                new Ground(rules, labeller::label, settings, new KeptStories(context.getStateStore(store))),
                new KeptAlerts(context, alerts, alertStore));
    }

    /** What this stage counts. */
    JobCounters counters() {
        return avro.counters();
    }

    record Task(Labeller labeller, Judge judge, Ground ground, KeptAlerts kept) {
        /** The sighting that a record of the kind FLOW holds; empty if the rules of by now watch it no more. */
        Optional<Sighting> sighting(PortSighting record) {
            Flow flow = Sightings.flow(record);
            LabelledFlow labelled = labeller.label(flow);
            return Sighting.of(labelled, judge.judge(labelled), Sightings.origin(record));
        }
    }
}
