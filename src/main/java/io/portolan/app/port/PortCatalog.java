package io.portolan.app.port;

import io.portolan.judge.Rules;
import io.portolan.label.Label;
import io.portolan.registry.PortKey;
import io.portolan.registry.PortRanges;
import io.portolan.registry.Registry;
import io.portolan.registry.Transport;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds ports by what people call them. */
public final class PortCatalog {
    /** A name has a letter in it (RFC 6335 section 5.1), so it is no port. */
    private static final Pattern SERVICE_OF_TRANSPORT =
            Pattern.compile("[^/]*[a-z][^/]*/(tcp|udp|sctp|dccp)", Pattern.CASE_INSENSITIVE);

    private static final int MOST_SUGGESTIONS = 3;

    private final Registry registry;
    private final Rules rules;

    public PortCatalog(Registry registry, Rules rules) {
        this.registry = registry;
        this.rules = rules;
    }

    /**
     * The cards that a text asks for, by port.
     *
     * @param text a port ({@code 1274}), a port of a transport ({@code 443/tcp}, {@code tcp/443}), or a service name or
     *     alias in any case, also of one transport ({@code https/udp})
     * @throws IllegalArgumentException if it is a port that cannot be; names the cause
     * @throws UnknownServiceException if no service has the name
     */
    public List<PortCard> find(String text) throws UnknownServiceException {
        String wanted = text.strip();
        if (!wanted.isEmpty() && wanted.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // The number of a port has the same bounds on every transport.
            return List.of(card(PortKey.parse(Transport.TCP + "/" + wanted).port()));
        }
        List<PortAssignment> named = registry.named(wanted);
        if (!named.isEmpty()) {
            return named.stream()
                    .map(PortAssignment::getPort)
                    .distinct()
                    .sorted()
                    .map(this::card)
                    .toList();
        }
        if (SERVICE_OF_TRANSPORT.matcher(wanted).matches()) {
            int slash = wanted.indexOf('/');
            return cards(wanted.substring(0, slash), Transport.parse(wanted.substring(slash + 1)));
        }
        if (wanted.indexOf('/') >= 0) {
            return List.of(card(PortKey.parse(wanted)));
        }
        throw new UnknownServiceException(wanted, nearest(wanted));
    }

    /** The ports of a service on one transport. */
    private List<PortCard> cards(String service, Transport transport) throws UnknownServiceException {
        List<PortCard> cards = registry.named(service).stream()
                .map(Registry::key)
                .filter(key -> key.transport() == transport)
                .map(this::card)
                .toList();
        if (cards.isEmpty()) {
            throw new UnknownServiceException(service + "/" + transport, nearest(service));
        }
        return cards;
    }

    private PortCard card(PortKey key) {
        return new PortCard(key.port(), List.of(listing(key)), registry.version());
    }

    /** A port on TCP and UDP, listed or not, and on the other transports where it is listed. */
    private PortCard card(int port) {
        List<Listing> listings = new ArrayList<>();
        for (Transport transport : Transport.values()) {
            Listing listing = listing(new PortKey(transport, port));
            boolean common = transport == Transport.TCP || transport == Transport.UDP;
            if (common || listing.assignment().isPresent()) {
                listings.add(listing);
            }
        }
        return new PortCard(port, listings, registry.version());
    }

    private Listing listing(PortKey key) {
        Optional<PortAssignment> assignment = registry.find(key);
        PortRange range = PortRanges.of(key.port());
        Label label = assignment.map(entry -> Label.listed(range, entry)).orElseGet(() -> Label.unlisted(range));
        return new Listing(
                key.transport(),
                assignment,
                registry.neighbours(key),
                rules.watching(key.transport(), key.port(), label));
    }

    private List<String> nearest(String wanted) {
        String folded = wanted.toLowerCase(Locale.ROOT);
        // A name that differs in more than a third of its letters resembles nothing.
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(1, folded.length() / 3));
        return registry.entries().values().stream()
                .flatMap(entry -> entry.getNames().stream())
                .distinct()
                .filter(name -> distance.apply(folded, name.toLowerCase(Locale.ROOT)) >= 0)
                .sorted(Comparator.comparing((String name) -> distance.apply(folded, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }
}
