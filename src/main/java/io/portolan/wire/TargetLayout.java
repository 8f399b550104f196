package io.portolan.wire;

import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells of framed values whether their Avro bytes are laid out as a target schema's, so that they can be used as they
 * are, and rewrites those that are not. Safe for use by several threads.
 *
 * <p>Layouts are equal if the parsing canonical forms of the schemas are (Avro specification, "Parsing Canonical Form").
 * The bytes of a value with the target's layout are not looked at. The writer's schema of an id is learnt once, from the
 * configured deserializer, so any of the same framing will do.
 */
public final class TargetLayout {
    /** What {@link #bodyOffset} answers if the value has to be resolved. */
    public static final int RESOLVE = -1;

    private final Deserializer<Object> deserializer;
    private final Schema target;
    private final String targetForm;
    /** A race between threads costs a look into {@link #known}; any id in here has the target's layout. */
    private int lastSame = -1;

    private volatile KnownIds known = KnownIds.NONE;

    /**
     * For values that {@code deserializer} reads into generic records of the writer's schema.
     *
     * @param deserializer configured, with {@code specific.avro.reader=false}
     * @param target schema whose layout is wanted
     */
    public TargetLayout(Deserializer<Object> deserializer, Schema target) {
        this.deserializer = deserializer;
        this.target = target;
        this.targetForm = SchemaNormalization.toParsingForm(target);
    }

    /**
     * Where the Avro bytes of the target's layout begin in the value. Allocates nothing for an id that was seen before.
     *
     * @return {@link WireFormat#HEADER_LENGTH}, or {@link #RESOLVE} if the writer's layout is another one
     * @throws UnframedValueException if the value does not bear the framing
     * @throws RuntimeException what the deserializer throws for the first value of an id: the registry is away, does not
     *     know the id, or the value is not of its schema; see {@link RegistryFault}
     */
    public int bodyOffset(String topic, byte[] value) {
        int id = WireFormat.schemaId(value);
        if (id == lastSame) {
            return WireFormat.HEADER_LENGTH;
        }
        if (resolution(topic, id, value) != null) {
            return RESOLVE;
        }
        lastSame = id;
        return WireFormat.HEADER_LENGTH;
    }

    /**
     * The value's record in the target schema, by the rules of Avro's schema resolution.
     *
     * @return bare Avro bytes in a new array; those of the value itself if it has the target's layout already
     * @throws UnframedValueException if the value does not bear the framing
     * @throws SerializationException if the bytes are not one record of the writer's schema and nothing more, or the
     *     writer's schema cannot be resolved to the target
     * @throws RuntimeException as {@link #bodyOffset}
     */
    public byte[] resolve(String topic, byte[] value) {
        Resolution resolution = resolution(topic, WireFormat.schemaId(value), value);
        return resolution == null
                ? Arrays.copyOfRange(value, WireFormat.HEADER_LENGTH, value.length)
                : resolution.resolve(topic, value);
    }

    private @Nullable Resolution resolution(String topic, int id, byte[] value) {
        KnownIds seen = known;
        int index = seen.indexOf(id);
        return index < 0 ? learn(topic, id, value) : seen.resolution(index);
    }

    private @Nullable Resolution learn(String topic, int id, byte[] value) {
        Schema writer = WriterSchema.of(topic, id, deserializer.deserialize(topic, value));
        Resolution resolution = SchemaNormalization.toParsingForm(writer).equals(targetForm)
                ? null
                : new Resolution(id, writer, target);
        remember(id, resolution);
        return resolution;
    }

    private synchronized void remember(int id, @Nullable Resolution resolution) {
        if (known.indexOf(id) < 0) {
            known = known.with(id, resolution);
        }
    }
}
