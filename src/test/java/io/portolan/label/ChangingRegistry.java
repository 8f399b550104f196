package io.portolan.label;

import io.portolan.registry.PortKey;
import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A registry that a test writes by hand, that counts how often it is asked, and can change while it is. */
public final class ChangingRegistry implements PortRegistry {
    public static final String VERSION = "2026-09-01";

    private final Map<PortKey, PortAssignment> entries = new HashMap<>();
    private Optional<String> version = Optional.of(VERSION);
    private long generation;
    private int finds;
    private Optional<Runnable> duringFind = Optional.empty();

    /** The ports that tests of roles and alerts speak of, as IANA has them. */
    public static ChangingRegistry ofKnownPorts() {
        return new ChangingRegistry()
                .put("tcp/80", Documentation.REFERENCED, "http", "www", "www-http")
                .put("tcp/443", Documentation.REFERENCED, "https")
                .put("udp/53", Documentation.REFERENCED, "domain")
                .put("udp/123", Documentation.REFERENCED, "ntp")
                .put("udp/5060", Documentation.REFERENCED, "sip")
                .put("tcp/1274", Documentation.BARE, "t1distproc")
                .put("udp/1274", Documentation.BARE, "t1distproc")
                .put("tcp/2049", Documentation.DESCRIBED, "nfs")
                .put("tcp/30003", Documentation.DESCRIBED, "amicon-fpsu-ra")
                .put("sctp/2905", Documentation.REFERENCED, "m3ua");
    }

    /** An entry of an assigned port, with the names given. */
    public static PortAssignment entry(String port, Documentation documentation, String... names) {
        return entry(port, PortStatus.ASSIGNED, documentation, names);
    }

    /** An entry of any status; every field is set, as Avro makes defaults of enums by class name and trusts no class. */
    public static PortAssignment entry(
            String port, PortStatus status, @Nullable Documentation documentation, String... names) {
        PortKey key = PortKey.parse(port);
        return PortAssignment.newBuilder()
                .setTransport(key.transport().text())
                .setPort(key.port())
                .setStatus(status)
                .setNames(List.of(names))
                .setDocumentation(documentation)
                .setOrigin(Origin.IANA)
                .setVersion(VERSION)
                .build();
    }

    public ChangingRegistry put(String port, Documentation documentation, String... names) {
        return put(entry(port, documentation, names));
    }

    public ChangingRegistry put(PortAssignment entry) {
        entries.put(PortKey.parse(entry.getTransport() + "/" + entry.getPort()), entry);
        generation++;
        return this;
    }

    public void remove(String port) {
        entries.remove(PortKey.parse(port));
        generation++;
    }

    public void release(String newVersion) {
        version = Optional.of(newVersion);
        generation++;
    }

    /** Runs once, after the next entry was found and before it is returned. */
    public void duringNextFind(Runnable change) {
        duringFind = Optional.of(change);
    }

    public int finds() {
        return finds;
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public Optional<PortAssignment> find(PortKey port) {
        finds++;
        Optional<PortAssignment> found = Optional.ofNullable(entries.get(port));
        Optional<Runnable> change = duringFind;
        duringFind = Optional.empty();
        change.ifPresent(Runnable::run);
        return found;
    }

    @Override
    public Optional<String> version() {
        return version;
    }
}
