package io.portolan.alert.ocsf;

import io.portolan.alert.document.Conversation;
import io.portolan.alert.document.Json;
import io.portolan.alert.document.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of OCSF that describe a conversation. */
final class OcsfNetwork {
    private static final int UNKNOWN_DIRECTION = 0;
    private static final int IP_ADDRESS = 2;
    private static final int PORT = 11;

    private OcsfNetwork() {}

    /** Something in the event that an analyst may search for. */
    record Observable(String name, int typeId, String type, String value) {
        static Observable address(String name, String value) {
            return new Observable(name, IP_ADDRESS, "IP Address", value);
        }

        static Observable port(String name, int value) {
            return new Observable(name, PORT, "Port", Integer.toString(value));
        }

        void write(Json json) {
            json.text("name", name);
            json.number("type_id", typeId);
            json.text("type", type);
            json.text("value", value);
        }
    }

    static void observables(Json json, List<Observable> observables) {
        json.objects("observables", observables, (item, observable) -> observable.write(item));
    }

    /** {@code src_endpoint} or {@code dst_endpoint}. Its {@code svc_name} is for a service that was seen, so it stays empty. */
    static void endpoint(Json json, String name, Party party) {
        json.object(name, endpoint -> {
            endpoint.text("ip", party.address());
            endpoint.number("port", party.port());
        });
    }

    /**
     * The object {@code connection_info}.
     *
     * @param tcpFlags of the packets from the source, null if not known
     */
    static void connection(Json json, Conversation conversation, @Nullable Integer tcpFlags) {
        json.object("connection_info", connection -> {
            connection.number("direction_id", UNKNOWN_DIRECTION);
            connection.text("direction", "Unknown");
            connection.number("protocol_num", conversation.protocol());
            connection.text("protocol_name", conversation.protocolName().orElse(null));
            connection.number("protocol_ver_id", conversation.isIpv6() ? 6 : 4);
            connection.text("community_uid", conversation.communityId().orElse(null));
            connection.number("tcp_flags", tcpFlags);
        });
    }

    /** The counters within the object {@code traffic}: out is from source to destination. */
    static void counters(Json traffic, Conversation conversation) {
        traffic.number("bytes", conversation.bytes());
        traffic.number("bytes_out", conversation.source().bytes());
        traffic.number("bytes_in", conversation.destination().bytes());
        traffic.number("packets", conversation.packets());
        traffic.number("packets_out", conversation.source().packets());
        traffic.number("packets_in", conversation.destination().packets());
    }
}
