package io.portolan.alert.ecs;

import io.portolan.alert.document.Conversation;
import io.portolan.alert.document.Json;
import io.portolan.alert.document.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of ECS that alerts and flows have in common. */
final class EcsNetwork {
    /** Version of ECS whose fields these are. */
    static final String VERSION = "9.4.0";

    private EcsNetwork() {}

    static void head(Json json) {
        json.object("ecs", ecs -> ecs.text("version", VERSION));
    }

    /** Within {@code event}: its duration is in nanoseconds, and left out if a sensor has the end before the start. */
    static void period(Json event, Instant start, Instant end) {
        event.time("start", start);
        event.time("end", end);
        event.number(
                "duration",
                end.isBefore(start) ? null : (Long) Duration.between(start, end).toNanos());
    }

    /** One of {@code source}, {@code destination}, {@code client}, {@code server}. */
    static void party(Json json, String name, Party party) {
        json.object(name, side -> {
            side.text("address", party.address());
            side.text("ip", party.address());
            side.number("port", party.port());
            side.number("bytes", party.bytes());
            side.number("packets", party.packets());
        });
    }

    /**
     * The field set {@code network}. A label is what somebody registered, so it is an application that may be there, and never
     * a protocol that was seen.
     *
     * @param service registered name of the server's port
     */
    static void network(Json json, Conversation conversation, @Nullable String service) {
        json.object("network", network -> {
            network.text("type", conversation.isIpv6() ? "ipv6" : "ipv4");
            network.text("transport", conversation.protocolName().orElse(null));
            network.text("iana_number", conversation.protocol());
            network.text("application", service == null ? null : service.toLowerCase(Locale.ROOT));
            network.text("community_id", conversation.communityId().orElse(null));
            network.number("bytes", conversation.bytes());
            network.number("packets", conversation.packets());
        });
    }

    static void observer(Json json, @Nullable String name) {
        json.object("observer", observer -> observer.text("name", name));
    }
}
