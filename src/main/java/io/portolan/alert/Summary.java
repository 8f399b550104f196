package io.portolan.alert;

import io.portolan.schema.Documentation;
import io.portolan.schema.RoleBasis;

/** An alert in a sentence or two. */
final class Summary {
    private Summary() {}

    static String of(AlertFacts facts) {
        return "%s on port %s (%s) %s %s. Roles: %s, %d %% sure."
                .formatted(
                        facts.parties().server().getAddress(),
                        facts.portAndTransport(),
                        registration(facts),
                        event(facts),
                        facts.parties().client().getAddress(),
                        basis(facts.judgement().role().basis()),
                        facts.judgement().role().confidence());
    }

    private static String registration(AlertFacts facts) {
        return facts.label()
                .service()
                .map(service -> "registered for " + service
                        + (facts.documentation() == Documentation.BARE ? ", nothing but a name" : ""))
                .orElse("not registered for any service");
    }

    private static String event(AlertFacts facts) {
        return switch (facts.judgement().verdict()) {
            case SESSION ->
                "answered, %d bytes in all, to".formatted(facts.parties().bytes());
            case PROBE -> "was tried, without a sign of an answer, by";
            case NONE, COINCIDENCE, UNCERTAIN, ALLOWED -> "took part in a flow, as client or as server, with";
        };
    }

    private static String basis(RoleBasis basis) {
        return switch (basis) {
            case SENSOR -> "the sensor states who opened";
            case TCP_FLAGS -> "TCP flags show who opened";
            case ANSWERED -> "who answered shows who opened";
            case REGISTRY -> "guessed from the registry";
            case LOWER_PORT -> "guessed from the lower port";
            case NONE -> "cannot be told";
        };
    }
}
