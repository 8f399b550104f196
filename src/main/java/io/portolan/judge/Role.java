package io.portolan.judge;

import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import org.jspecify.annotations.Nullable;

/**
 * Which side of a flow is the server.
 *
 * @param server the side that was contacted, UNKNOWN if it cannot be told
 * @param basis the evidence
 * @param confidence 0-100 percent, 0 if the server is UNKNOWN
 */
public record Role(Side server, RoleBasis basis, int confidence) {
    /** From here on a role is good enough to tell a session from a coincidence. */
    public static final int TELLING = 60;

    /** Roles cannot be told. */
    public static final Role UNTOLD = new Role(Side.UNKNOWN, RoleBasis.NONE, 0);

    public boolean isUntold() {
        return server == Side.UNKNOWN;
    }

    /** The label of the server's port, null if the server is unknown. */
    public @Nullable Label labelOfServer(LabelledFlow labelled) {
        return switch (server) {
            case SOURCE -> labelled.src();
            case DESTINATION -> labelled.dst();
            case UNKNOWN -> null;
        };
    }

    /** Whether the evidence is good enough to tell a session from a coincidence. */
    public boolean isTelling() {
        return confidence >= TELLING;
    }

    /** Whether the evidence lies in the port numbers alone, and in nothing that happened. */
    public boolean isGuess() {
        return basis == RoleBasis.REGISTRY || basis == RoleBasis.LOWER_PORT;
    }
}
