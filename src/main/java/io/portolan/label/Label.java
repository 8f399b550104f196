package io.portolan.label;

import io.portolan.flow.AvroBuffer;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says of one port: for the judge as values, for the output as Avro binary of {@code PortLabel} in
 * {@code schemas/enriched-flow.avsc}, encoded once for all flows.
 */
public final class Label {
    private static final byte[] NO_SERVICE = {0};

    /** Most ports have no name. They share their bytes, so that these stay in the processor's cache. */
    private static final byte[][][] NAMELESS = nameless();

    private final PortRange range;
    private final PortStatus status;
    private final List<String> names;
    private final Optional<String> service;
    private final @Nullable Documentation documentation;
    private final @Nullable PortAssignment assignment;
    private final byte[] encoded;
    private final byte[] encodedService;

    private Label(PortRange range, @Nullable PortAssignment assignment) {
        this.range = range;
        this.assignment = assignment;
        this.status = assignment == null ? PortStatus.UNLISTED : assignment.getStatus();
        this.names = assignment == null ? List.of() : List.copyOf(assignment.getNames());
        this.service = names.stream().findFirst();
        this.documentation = assignment == null ? null : assignment.getDocumentation();
        boolean nameless = names.isEmpty() && documentation == null;
        this.encodedService = nameless ? NO_SERVICE : encode(this::writeService);
        this.encoded = nameless ? NAMELESS[range.ordinal()][status.ordinal()] : encode(this::write);
    }

    /** The label of a port that the registry lists. */
    public static Label listed(PortRange range, PortAssignment assignment) {
        return new Label(range, assignment);
    }

    /** The label of a port that the registry does not list, or of a protocol without ports (range NONE). */
    public static Label unlisted(PortRange range) {
        return new Label(range, null);
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

    /** The entry of the registry, if the port is listed. */
    public Optional<PortAssignment> assignment() {
        return Optional.ofNullable(assignment);
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

    /** For each range and status: no service, no names, no documentation. */
    private static byte[][][] nameless() {
        byte[][][] bytes = new byte[PortRange.values().length][PortStatus.values().length][];
        for (PortRange range : PortRange.values()) {
            for (PortStatus status : PortStatus.values()) {
                bytes[range.ordinal()][status.ordinal()] =
                        new byte[] {(byte) (range.ordinal() << 1), (byte) (status.ordinal() << 1), 0, 0, 0};
            }
        }
        return bytes;
    }
}
