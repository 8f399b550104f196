package io.portolan.label;

import io.portolan.flow.AvroBuffer;
import io.portolan.registry.Entries;
import io.portolan.registry.PortKey;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says of a port: for the judge as values, for the output as Avro binary of {@code PortLabel} in
 * {@code schemas/enriched-flow.avsc}, encoded once for all flows. Ports of which it says the same may share their label.
 */
public final class Label {
    /** Of entries without a port, which are those of labels. */
    private static final String NO_TRANSPORT = "";

    private static final int NO_PORT = -1;

    private static final Map<PortRange, Label> UNLISTED = Stream.of(PortRange.values())
            .collect(Collectors.toMap(
                    range -> range,
                    range -> new Label(range, null),
                    (one, other) -> one,
                    () -> new EnumMap<>(PortRange.class)));

    private final PortRange range;
    private final PortStatus status;
    private final List<String> names;
    private final Optional<String> service;
    private final @Nullable Documentation documentation;
    private final @Nullable PortAssignment entry;
    private final byte[] encoded;
    private final byte[] encodedService;

    private Label(PortRange range, @Nullable PortAssignment entry) {
        this.range = range;
        this.entry = entry;
        this.status = entry == null ? PortStatus.UNLISTED : entry.getStatus();
        this.names = entry == null ? List.of() : List.copyOf(entry.getNames());
        this.service = names.stream().findFirst();
        this.documentation = entry == null ? null : entry.getDocumentation();
        this.encodedService = encode(this::writeService);
        this.encoded = encode(this::write);
    }

    /** The label of a port that the registry lists, and of all others of the range of which it says the same. */
    public static Label listed(PortRange range, PortAssignment assignment) {
        return new Label(range, withoutPort(assignment));
    }

    /** The one label of all ports of a range that the registry does not list, or of protocols without ports (range NONE). */
    public static Label unlisted(PortRange range) {
        return Objects.requireNonNull(UNLISTED.get(range));
    }

    /** What an entry says whatever its port is: the same with an empty transport and port -1. */
    static PortAssignment withoutPort(PortAssignment assignment) {
        return Entries.withPort(assignment, NO_TRANSPORT, NO_PORT);
    }

    public PortRange range() {
        return range;
    }

    public PortStatus status() {
        return status;
    }

    /** The primary service name, if the port is assigned. */
    public Optional<String> service() {
        return service;
    }

    /** How well the assignment is documented, if the port is assigned. */
    public Optional<Documentation> documentation() {
        return Optional.ofNullable(documentation);
    }

    /** The entry of the registry, if the port is listed: without transport and port, as it may be that of several. */
    public Optional<PortAssignment> entry() {
        return Optional.ofNullable(entry);
    }

    /** The entry of the registry for one of the ports that have this label, if they are listed. */
    public Optional<PortAssignment> assignment(PortKey port) {
        return entry().map(said -> Entries.withPort(said, port.transport().text(), port.port()));
    }

    public boolean isAssigned() {
        return status == PortStatus.ASSIGNED;
    }

    /** Avro binary of the label. Not to be changed. */
    public byte[] encoded() {
        return encoded;
    }

    /** Avro binary of the primary service name as a union with null. Not to be changed. */
    public byte[] encodedService() {
        return encodedService;
    }

    private void write(AvroBuffer out) {
        out.writeInt(range.ordinal());
        out.writeInt(status.ordinal());
        writeService(out);
        if (!names.isEmpty()) {
            out.writeLong(names.size());
            names.forEach(out::writeString);
        }
        out.writeLong(0);
        out.writeOptional(documentation == null ? 0 : documentation.ordinal(), documentation != null);
    }

    private void writeService(AvroBuffer out) {
        out.writeInt(names.isEmpty() ? 0 : 1);
        if (!names.isEmpty()) {
            out.writeString(names.get(0));
        }
    }

    private static byte[] encode(Consumer<AvroBuffer> content) {
        AvroBuffer out = new AvroBuffer();
        content.accept(out);
        return out.take();
    }
}
