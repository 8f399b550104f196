package io.portolan.app.http;

import io.portolan.app.config.HttpSettings;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Names that a server on the loopback address may be called by. Without a token, a page of the web could otherwise make
 * its own name point here and have a browser of this machine ask (DNS rebinding).
 */
final class Hosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean any;
    private final Set<String> names = new HashSet<>(LOOPBACK);

    Hosts(HttpSettings settings) {
        this.any = !settings.isLoopback() || settings.token().isPresent();
        names.add(settings.host().toLowerCase(Locale.ROOT));
        settings.advertised().map(HostInfo::host).ifPresent(host -> names.add(host.toLowerCase(Locale.ROOT)));
    }

    /** Whether a request to a host of this name is meant for this server. */
    boolean accept(String host) {
        return any || names.contains(host.toLowerCase(Locale.ROOT));
    }
}
