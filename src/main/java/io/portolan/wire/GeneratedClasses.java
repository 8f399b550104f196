package io.portolan.wire;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificFixed;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes that Avro's code generator made, by the names of their schemas, and no other class.
 *
 * <p>Since 1.12.2 Avro instantiates only classes that a system property or a global setting of the process names, as the
 * name comes from a schema that somebody else wrote. Here the class itself is the proof: one that extends Avro's bases
 * for generated code was made to be read into, so no setting of the whole process is needed.
 */
final class GeneratedClasses extends SpecificData {
    private final ConcurrentMap<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();

    private GeneratedClasses(ClassLoader loader) {
        super(loader);
    }

    /** A reader of what {@code writer} wrote into the generated class of that name; empty if there is no such class. */
    static Optional<DatumReader<Object>> reader(Schema writer) {
        GeneratedClasses data = new GeneratedClasses(GeneratedClasses.class.getClassLoader());
        Class<?> type = data.getClass(writer);
        if (type == null || !SpecificRecordBase.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        for (Conversion<?> conversion : SpecificData.getForClass(type).getConversions()) {
            data.addLogicalTypeConversion(conversion);
        }
        return Optional.of(new SpecificDatumReader<>(writer, data.getSchema(type), data));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Class getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED ->
                // By the name of the schema: to make that of a class of it takes longer than to read a small record.
                classes.computeIfAbsent(schema.getFullName(), name -> load(getClassName(schema)))
                        .orElse(null);
            default -> super.getClass(schema);
        };
    }

    private Optional<Class<?>> load(String name) {
        return load(name, getClassLoader())
                .or(() -> load(name, Thread.currentThread().getContextClassLoader()));
    }

    private static Optional<Class<?>> load(String name, @Nullable ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return isGenerated(type) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    static boolean isGenerated(Class<?> type) {
        return SpecificRecordBase.class.isAssignableFrom(type)
                || SpecificFixed.class.isAssignableFrom(type)
                || (type.isEnum() && GenericEnumSymbol.class.isAssignableFrom(type));
    }
}
