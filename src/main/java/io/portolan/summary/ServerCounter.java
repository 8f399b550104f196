package io.portolan.summary;

import io.portolan.flow.Flow;
import io.portolan.judge.Answer;
import io.portolan.judge.Judgement;
import io.portolan.judge.Role;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.registry.Transport;
import io.portolan.schema.PortServer;
import io.portolan.schema.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the servers that answer on forgotten ports until they are taken. A server counts if something that happened says
 * that it is one, and not its port number alone. Not for several threads.
 */
public final class ServerCounter {
    private final PutAside aside = new PutAside();
    private final SeenServers servers = new SeenServers();

    /** Notes the server of a flow, if it is one of those. */
    public void add(LabelledFlow labelled, Judgement judgement) {
        Role role = judgement.role();
        Transport transport = labelled.transport();
        if (transport == null || !role.isTelling() || role.isGuess()) {
            return;
        }
        Flow flow = labelled.flow();
        boolean isSource = role.server() == Side.SOURCE;
        Label label = isSource ? labelled.src() : labelled.dst();
        int port = isSource ? flow.srcPort() : flow.dstPort();
        // No host listens on port 0: it is what sensors write of fragments.
        if (port == 0 || !ForgottenPorts.isOne(label) || flow.isDuplicate() || !Answer.isSeen(flow, role.server())) {
            return;
        }
        aside.add(labelled, transport, role);
        if (aside.isFull()) {
            look();
        }
    }

    /** The servers of these counters since the last call, each once. */
    public static List<PortServer> take(List<ServerCounter> counters) {
        if (counters.isEmpty()) {
            return List.of();
        }
        counters.forEach(ServerCounter::look);
        SeenServers all = counters.get(0).servers;
        for (ServerCounter counter : counters.subList(1, counters.size())) {
            for (SeenServer seen : counter.servers.all()) {
                all.of(seen.address(), seen.port(), seen.transport()).add(seen);
            }
            counter.servers.clear();
        }
        List<PortServer> taken = new ArrayList<>(all.all().size());
        all.all().forEach(seen -> taken.add(seen.taken()));
        all.clear();
        return taken;
    }

    private void look() {
        aside.take(
                flow -> servers.of(flow.server(), flow.port(), flow.transport()).add(flow));
    }
}
