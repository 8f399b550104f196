package io.portolan.app.query;

import io.portolan.registry.PortKey;
import io.portolan.registry.RegistryRelease;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortServer;
import io.portolan.schema.PortTraffic;
import io.portolan.summary.Traffic;
import io.portolan.topology.AgedValues;
import io.portolan.topology.StateStores;
import io.portolan.topology.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** What the tasks of this instance hold. */
public final class LocalState implements JobState {
    private static final Comparator<PortAlert> LAST_TOLD =
            Comparator.comparing(LocalState::toldAt).reversed().thenComparing(PortAlert::getDedupKey);
    private static final Comparator<PortServer> LAST_SEEN =
            Comparator.comparing(PortServer::getLastSeen).reversed().thenComparing(PortServer::getAddress);

    private static final long MILLIS_A_MINUTE = 60_000;

    /** A flow may end a day from now (its sensor's clock is ahead), and not later. */
    private static final long MINUTES_AHEAD = 2 * 24 * 60;

    private final LocalStores stores;
    private final Topics topics;
    private final Deserializer<Object> avro;
    private final LongSupplier now;

    /**
     * @param avro reads specific records
     * @param now the time of day, milliseconds since the epoch
     */
    public LocalState(LocalStores stores, Topics topics, Deserializer<Object> avro, LongSupplier now) {
        this.stores = stores;
        this.topics = topics;
        this.avro = avro;
        this.now = now;
    }

    @Override
    public List<PortTraffic> traffic(Instant from, Instant to) {
        List<PortTraffic> found = new ArrayList<>();
        stores.aged(StateStores.TRAFFIC)
                .range(Traffic.prefix(from), Traffic.prefix(to), value -> found.add(traffic(value)));
        found.sort(Comparator.comparing(PortTraffic::getMinute).thenComparing(Traffic::key));
        return found;
    }

    @Override
    public Optional<Instant> newestMinute() {
        AgedValues traffic = stores.aged(StateStores.TRAFFIC);
        // Partitions are not in one order, so that there is no last key; but whether there is a later one can be asked.
        long known = -1;
        long beyond = now.getAsLong() / MILLIS_A_MINUTE + MINUTES_AHEAD;
        while (known + 1 < beyond) {
            long middle = known + (beyond - known) / 2;
            if (traffic.isAnyFrom(Traffic.prefix(minute(middle)))) {
                known = middle;
            } else {
                beyond = middle;
            }
        }
        return known < 0 ? Optional.empty() : Optional.of(minute(known));
    }

    @Override
    public List<PortAlert> alerts(AlertQuery query) {
        Top<PortAlert> top = new Top<>(query.limit(), LAST_TOLD);
        RecentHours hours = new RecentHours(now.getAsLong());
        do {
            for (String store : List.of(StateStores.SERVER_ALERTS, StateStores.SCAN_ALERTS)) {
                stores.aged(store)
                        .putBetween(hours.from(), hours.to(), value -> top.offer(alert(value), query::matches));
            }
        } while (!top.isFull() && hours.goBack());
        return top.inOrder();
    }

    @Override
    public Optional<PortAlert> alert(String dedupKey) {
        return Stream.of(StateStores.SERVER_ALERTS, StateStores.SCAN_ALERTS)
                .flatMap(store -> stores.aged(store).get(dedupKey).stream())
                .map(this::alert)
                .findFirst();
    }

    @Override
    public List<PortServer> servers(ServerQuery query) {
        Top<PortServer> top = new Top<>(query.limit(), LAST_SEEN);
        RecentHours hours = new RecentHours(now.getAsLong());
        do {
            stores.aged(StateStores.SERVERS)
                    .putBetween(hours.from(), hours.to(), value -> top.offer(server(value), query::matches));
        } while (!top.isFull() && hours.goBack());
        return top.inOrder();
    }

    @Override
    public Optional<PortServer> server(String key) {
        return stores.aged(StateStores.SERVERS).get(key).map(this::server);
    }

    @Override
    public Optional<PortAssignment> assignment(PortKey port) {
        return stores.registry(port.toString()).flatMap(this::assignment);
    }

    @Override
    public List<PortAssignment> assignments() {
        List<PortAssignment> entries = new ArrayList<>();
        stores.registry((key, value) -> {
            if (!key.equals(RegistryRelease.KEY)) {
                assignment(value).ifPresent(entries::add);
            }
        });
        return entries;
    }

    @Override
    public Optional<String> registryVersion() {
        return stores.registry(RegistryRelease.KEY)
                .flatMap(this::assignment)
                .map(PortAssignment::getVersion)
                .filter(version -> !version.isEmpty());
    }

    private static Instant minute(long sinceEpoch) {
        return Instant.ofEpochMilli(sinceEpoch * MILLIS_A_MINUTE);
    }

    private static Instant toldAt(PortAlert alert) {
        return Optional.ofNullable(alert.getRaisedAt()).orElse(alert.getLastSeen());
    }

    private PortTraffic traffic(byte[] value) {
        return (PortTraffic) avro.deserialize(topics.portTraffic().name(), value);
    }

    private PortAlert alert(byte[] value) {
        return (PortAlert) avro.deserialize(topics.portAlerts().name(), value);
    }

    private PortServer server(byte[] value) {
        return (PortServer) avro.deserialize(topics.portServers().name(), value);
    }

    /** An entry that cannot be read counts as a port that is not listed, as it does for the job. */
    private Optional<PortAssignment> assignment(byte[] value) {
        try {
            Object entry = avro.deserialize(topics.portRegistry().name(), value);
            return entry instanceof PortAssignment assignment ? Optional.of(assignment) : Optional.empty();
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
