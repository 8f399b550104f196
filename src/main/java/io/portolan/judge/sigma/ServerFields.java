package io.portolan.judge.sigma;

import static io.portolan.judge.sigma.FieldKind.ADDRESS;
import static io.portolan.judge.sigma.FieldKind.NUMBER;
import static io.portolan.judge.sigma.FieldKind.PORT;

import io.portolan.flow.AddressScope;
import io.portolan.schema.Side;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who is who, if the side in question is the server. */
final class ServerFields {
    static final List<SigmaField> ALL = List.of(
            SigmaField.of("server.ip", ADDRESS, "address of the server", s -> s.address(s.server())),
            SigmaField.of("server.port", PORT, "port of the server", s -> s.port(s.server())),
            SigmaField.of("client.ip", ADDRESS, "address of the client", s -> s.address(s.client())),
            SigmaField.of("client.port", PORT, "port of the client", s -> s.port(s.client())),
            scope("server.scope", "inside: an address that cannot come from the Internet", Sighting::server),
            scope("client.scope", "the same of the client", Sighting::client),
            SigmaField.of("server.bytes", NUMBER, "bytes that the server sent", s -> s.bytes(s.server())),
            SigmaField.of("client.bytes", NUMBER, "bytes that the client sent", s -> s.bytes(s.client())),
            SigmaField.of("server.packets", NUMBER, "packets that the server sent", s -> s.packets(s.server())),
            SigmaField.of("client.packets", NUMBER, "packets that the client sent", s -> s.packets(s.client())));

    private ServerFields() {}

    private static SigmaField scope(String name, String description, Function<Sighting, Side> side) {
        return SigmaField.symbol(
                name,
                Stream.of("inside", "outside"),
                description,
                s -> s.flow(flow -> FieldValue.text(
                        AddressScope.isLocal(side.apply(s) == Side.SOURCE ? flow.srcAddress() : flow.dstAddress())
                                ? "inside"
                                : "outside")));
    }
}
