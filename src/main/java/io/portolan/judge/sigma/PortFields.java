package io.portolan.judge.sigma;

import static io.portolan.judge.sigma.FieldKind.TEXT;

import io.portolan.label.Label;
import io.portolan.registry.Transport;
import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import io.portolan.schema.Side;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the registry says of a port: known before any flow comes, so that these fields cost nothing for other ports. */
final class PortFields {
    static final List<SigmaField> ALL = List.of(
            SigmaField.of(
                    "service.names", TEXT, "names of the server's port, aliases included", s -> names(s, s.server())),
            documentation("service.documentation", "how well the server's port is documented", Sighting::server),
            SigmaField.symbol(
                    "service.origin",
                    Origin.class,
                    "whose registry names the server's port",
                    s -> s.label(s.server(), PortFields::origin)),
            status("server.status", "status of the server's port", Sighting::server),
            range("server.range", "range of the server's port", Sighting::server),
            SigmaField.of(
                    "server.unauthorized_use",
                    TEXT,
                    "unauthorized use of the port, as reported to IANA",
                    s -> stated(s, s.server(), PortAssignment::getUnauthorizedUse)),
            SigmaField.of(
                    "server.modified",
                    TEXT,
                    "date of the last change of the port's entry, as the registry writes it",
                    s -> stated(s, s.server(), PortAssignment::getModified)),
            SigmaField.of(
                    "server.notes",
                    TEXT,
                    "notes of the registry on the port",
                    s -> stated(s, s.server(), PortAssignment::getNotes)),
            SigmaField.of("client.names", TEXT, "names of the client's port", s -> names(s, s.client())),
            status("client.status", "status of the client's port", Sighting::client),
            range("client.range", "range of the client's port", Sighting::client),
            SigmaField.of("src.names", TEXT, "names of the source's port", s -> names(s, Side.SOURCE)),
            status("src.status", "status of the source's port", s -> Side.SOURCE),
            range("src.range", "range of the source's port", s -> Side.SOURCE),
            documentation("src.documentation", "how well the source's port is documented", s -> Side.SOURCE),
            SigmaField.of("dst.names", TEXT, "names of the destination's port", s -> names(s, Side.DESTINATION)),
            status("dst.status", "status of the destination's port", s -> Side.DESTINATION),
            range("dst.range", "range of the destination's port", s -> Side.DESTINATION),
            documentation("dst.documentation", "how well the destination's port is documented", s -> Side.DESTINATION));

    private PortFields() {}

    static SigmaField transport(String name) {
        return SigmaField.symbol(
                name,
                Arrays.stream(Transport.values()).map(Transport::text),
                "transport protocol; flows without ports match no rule",
                s -> FieldValue.text(s.transport().text()));
    }

    static FieldValue names(Sighting sighting, Side side) {
        return sighting.label(
                side,
                label -> label.entry()
                        .map(entry -> FieldValue.texts(entry.getNames()))
                        .orElse(FieldValue.Absent.MISSING));
    }

    private static SigmaField status(String name, String description, Function<Sighting, Side> side) {
        return SigmaField.symbol(
                name,
                PortStatus.class,
                description,
                s -> s.label(side.apply(s), label -> FieldValue.symbol(label.status())));
    }

    private static SigmaField range(String name, String description, Function<Sighting, Side> side) {
        return SigmaField.symbol(
                name,
                PortRange.class,
                description,
                s -> s.label(side.apply(s), label -> FieldValue.symbol(label.range())));
    }

    private static SigmaField documentation(String name, String description, Function<Sighting, Side> side) {
        return SigmaField.symbol(
                name,
                Documentation.class,
                description,
                s -> s.label(
                        side.apply(s),
                        label -> label.documentation().map(FieldValue::symbol).orElse(FieldValue.Absent.MISSING)));
    }

    private static FieldValue origin(Label label) {
        return label.entry().map(entry -> FieldValue.symbol(entry.getOrigin())).orElse(FieldValue.Absent.MISSING);
    }

    private static FieldValue stated(Sighting sighting, Side side, Function<PortAssignment, @Nullable String> column) {
        return sighting.label(
                side,
                label -> label.entry()
                        .map(entry -> FieldValue.stated(column.apply(entry)))
                        .orElse(FieldValue.Absent.MISSING));
    }
}
