package io.portolan.alert;

import io.portolan.registry.Transport;
import io.portolan.schema.TriageCommand;
import java.util.ArrayList;
import java.util.List;

/** What to run on a host to see which process owns a port. */
public final class Triage {
    private Triage() {}

    /** The commands for any host, with the port filled in. */
    public static List<TriageCommand> commands(Transport transport, int port) {
        String cmdlet = transport == Transport.UDP ? "Get-NetUDPEndpoint" : "Get-NetTCPConnection";
        return List.of(
                new TriageCommand("Linux (ss)", "ss -tulpn 'sport = :" + port + "'"),
                new TriageCommand("Linux, macOS (lsof)", "sudo lsof -nP -i :" + port),
                new TriageCommand("Windows (netstat)", "netstat -ano | findstr :" + port),
                new TriageCommand("Windows (PowerShell)", cmdlet + " -LocalPort " + port));
    }

    /** The commands for the server of an alert, with the addresses filled in where the tool takes them. */
    static List<TriageCommand> commands(AlertFacts facts) {
        String server = facts.parties().server().getAddress();
        String client = facts.parties().client().getAddress();
        int port = facts.port();
        List<TriageCommand> commands = new ArrayList<>(commands(facts.transport(), port));
        commands.add(new TriageCommand(
                "Linux (ss), this client", "ss -tunp 'sport = :" + port + " and dst = " + bracketed(client) + "'"));
        commands.add(new TriageCommand(
                "Linux, macOS (tcpdump)",
                "sudo tcpdump -nn -c 50 'host " + server + " and host " + client + " and port " + port + "'"));
        return commands;
    }

    private static String bracketed(String address) {
        return address.indexOf(':') >= 0 ? "[" + address + "]" : address;
    }
}
