package io.portolan.app.schemas;

import io.portolan.topology.SchemaFiles;
import io.portolan.topology.Topic;
import io.portolan.topology.Topics;
import io.portolan.wire.CompatibilityLevel;
import java.util.List;
import org.apache.avro.Schema;

/**
 * A subject that should be in the schema registry.
 *
 * @param name {@code <topic>-value}
 * @param file the schema's file, for example {@code schemas/flow-log.avsc}
 * @param schema the schema as it stands there, without what the code generator adds to it
 */
public record WantedSubject(String name, String file, Schema schema) {
    /**
     * The level of every subject. Who reads alerts and enriched flows may be older or newer than the job that writes them.
     * The registry's topic is compacted: entries of old programs stay in it for good, and old jobs read what a new program
     * loads. Flow logs go from old and new producers through one job, which may itself be older or newer than they are;
     * and their fields are the first of the enriched flow, so that a looser level would end there anyway.
     */
    public static final CompatibilityLevel LEVEL = CompatibilityLevel.FULL_TRANSITIVE;

    /** The subjects of the topics whose values are Avro, in the order of the topics. */
    public static List<WantedSubject> of(Topics topics) {
        return topics.all().stream()
                .filter(topic -> topic.schemaFile().isPresent())
                .map(WantedSubject::of)
                .toList();
    }

    private static WantedSubject of(Topic topic) {
        return new WantedSubject(topic.subject(), topic.value(), SchemaFiles.read(topic.value()));
    }
}
