package io.portolan.alert;

import io.portolan.flow.AddressScope;
import io.portolan.schema.Documentation;
import io.portolan.schema.Hypothesis;
import io.portolan.schema.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The three stories that may stand behind a flow on a forgotten port, each with what speaks for it here. */
final class Hypotheses {
    private Hypotheses() {}

    static List<Hypothesis> of(AlertFacts facts) {
        return List.of(misconfiguration(facts), malware(facts), ownService(facts));
    }

    private static Hypothesis misconfiguration(AlertFacts facts) {
        List<String> evidence = new ArrayList<>();
        if (!facts.gathered().outside()) {
            evidence.add("Both sides are inside: "
                    + facts.parties().client().getAddress() + " and "
                    + facts.parties().server().getAddress() + " are local addresses.");
        }
        if (facts.judgement().verdict() == Verdict.PROBE) {
            evidence.add("Nothing shows an answer: a client may be configured for a service that is not there.");
        }
        return new Hypothesis(
                "MISCONFIGURATION", "Software listens on, or looks for, the wrong port by mistake.", evidence);
    }

    private static Hypothesis malware(AlertFacts facts) {
        List<String> evidence = new ArrayList<>();
        Gathered gathered = facts.gathered();
        if (gathered.outside()) {
            evidence.add(outside(facts.parties()) + " has a public address.");
        }
        if (gathered.isScan()) {
            evidence.add("One host tried " + gathered.distinct() + " servers on the same port.");
        }
        if (facts.judgement().verdict() == Verdict.SESSION) {
            evidence.add("The conversation was answered.");
        }
        gathered.period()
                .ifPresent(period -> evidence.add(
                        "A client comes back about every " + period.toSeconds() + " s, as a beacon does."));
        if (gathered.serverSentMore()) {
            evidence.add("The server sent more than it received (" + gathered.bytesFromServer() + " over "
                    + gathered.bytesFromClient() + " bytes).");
        }
        if (facts.documentation() == Documentation.BARE) {
            evidence.add("The registration says nothing but a name, which makes the port a quiet place to hide.");
        }
        return new Hypothesis(
                "MALWARE", "A backdoor or command-and-control channel hides behind an obscure registration.", evidence);
    }

    private static String outside(Parties parties) {
        boolean client = !AddressScope.isLocal(parties.client().getAddress());
        return client
                ? "The client, " + parties.client().getAddress() + ","
                : "The server, " + parties.server().getAddress() + ",";
    }

    private static Hypothesis ownService(AlertFacts facts) {
        List<String> evidence = new ArrayList<>();
        if (!facts.gathered().firstSeen()) {
            evidence.add("The port was in use here before.");
        }
        facts.label()
                .service()
                .ifPresent(service -> evidence.add(facts.portAndTransport() + " is registered for " + service
                        + "; IANA does not say what uses it."));
        if (facts.label().documentation().filter(d -> d != Documentation.BARE).isPresent()) {
            evidence.add("The registration is documented, so the service may be in use.");
        }
        return new Hypothesis(
                "OWN_SERVICE", "The uncommon service that the port is registered for really runs here.", evidence);
    }
}
