package io.portolan.alert;

import io.portolan.judge.Role;
import io.portolan.schema.Documentation;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import java.time.temporal.ChronoUnit;

/** An alert in a few sentences: what happened, how much of it, and how sure that is. */
final class Summary {
    private Summary() {}

    static String of(AlertFacts facts) {
        String amount = facts.gathered().flows() > 1 ? " " + amount(facts) : "";
        return event(facts) + amount + " " + roles(facts);
    }

    private static String event(AlertFacts facts) {
        String server = facts.parties().server().getAddress();
        String client = facts.parties().client().getAddress();
        String port = "port " + facts.portAndTransport() + " (" + registration(facts) + ")";
        if (facts.gathered().isScan()) {
            return client + " tried " + facts.gathered().distinct() + " servers on " + port
                    + ", the first of them " + facts.gathered().addresses().get(0)
                    + ", without a sign of an answer.";
        }
        return switch (facts.judgement().verdict()) {
            case SESSION -> server + " answered " + client + " on " + port + ", " + bytes(facts) + ".";
            case PROBE -> client + " tried " + server + " on " + port + ", without a sign of an answer.";
            case NONE, COINCIDENCE, UNCERTAIN, ALLOWED ->
                server + " used " + port + " with " + client + ", as the server or as a client.";
        };
    }

    private static String registration(AlertFacts facts) {
        return facts.label()
                .service()
                .map(service -> "registered for " + service
                        + (facts.documentation() == Documentation.BARE ? ", nothing but a name" : ""))
                .orElse("not registered for any service");
    }

    private static String bytes(AlertFacts facts) {
        Gathered gathered = facts.gathered();
        return gathered.bytes() + " bytes " + (gathered.countsBothWays() ? "both ways" : "counted one way");
    }

    private static String amount(AlertFacts facts) {
        Gathered gathered = facts.gathered();
        String clients = gathered.isScan()
                ? ""
                : " with " + gathered.distinct() + (gathered.distinct() == 1 ? " client" : " clients");
        String period = gathered.period()
                .map(every -> ", about every " + every.toSeconds() + " s")
                .orElse("");
        return "In all " + gathered.flows() + " flows" + clients + " from "
                + gathered.firstStart().truncatedTo(ChronoUnit.SECONDS) + " to "
                + gathered.lastEnd().truncatedTo(ChronoUnit.SECONDS) + period + ".";
    }

    private static String roles(AlertFacts facts) {
        Role role = facts.judgement().role();
        if (role.isUntold()) {
            return "Nothing tells which.";
        }
        String side = switch (facts.judgement().verdict()) {
            case SESSION, PROBE -> "The server is told by ";
            case NONE, COINCIDENCE, UNCERTAIN, ALLOWED ->
                "It may be the " + (servesWatched(facts) ? "server" : "client") + ", by ";
        };
        return side + basis(role.basis()) + ", " + role.confidence() + " % sure.";
    }

    private static boolean servesWatched(AlertFacts facts) {
        Side watched = facts.judgement().watched();
        return facts.judgement().role().server() == watched;
    }

    private static String basis(RoleBasis basis) {
        return switch (basis) {
            case SENSOR -> "the sensor's own word";
            case TCP_FLAGS -> "TCP flags";
            case ANSWERED -> "who answered whom";
            case REGISTRY -> "what the registry says of both ports";
            case LOWER_PORT -> "the lower port number";
            case PAIR -> "both directions of the conversation together";
            case CLIENTS -> "the many clients that came to the one port";
            case NONE -> "nothing";
        };
    }
}
