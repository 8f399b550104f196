package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;

import io.portolan.topology.Memory;
import io.portolan.topology.StoreMemory;
import org.apache.kafka.common.config.ConfigDef;

/** How long is kept what can be asked for, and how much memory that may take. */
final class MemoryKeys {
    static final String TRAFFIC_MEMORY = "traffic.memory.ms";
    static final String SERVERS_MEMORY = "servers.memory.ms";
    static final String ALERTS_MEMORY = "alerts.memory.ms";
    static final String STORES_MEMORY = "stores.memory.bytes";

    private static final long LEAST_BYTES = 1 << 20;

    private MemoryKeys() {}

    static void define(ConfigDef keys) {
        Memory defaults = Memory.defaults();
        ConfigKeys.defineTime(
                keys,
                TRAFFIC_MEMORY,
                defaults.traffic(),
                "How long the traffic of a minute can be asked for after the last flow that was added to it. This time and"
                        + " the two below are by the time of day, in milliseconds. A flow that comes later still begins a"
                        + " new sum.");
        ConfigKeys.defineTime(
                keys,
                SERVERS_MEMORY,
                defaults.servers(),
                "How long a server on a forgotten port stays in the inventory when nothing more is seen of it.");
        ConfigKeys.defineTime(
                keys, ALERTS_MEMORY, defaults.alerts(), "How long the last alert of a story can be asked for.");
        keys.define(
                STORES_MEMORY,
                LONG,
                StoreMemory.DEFAULT_BYTES,
                atLeast(LEAST_BYTES),
                LOW,
                "Memory beside the heap through which all stores on disk of this instance read, in bytes, however many"
                        + " partitions it has. More of it spares reads from disk where very many servers are on forgotten ports.");
    }
}
