package io.portolan.app.cluster;

import io.portolan.wire.TlsFault;
import java.util.Optional;
import javax.security.auth.login.LoginException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** What to say when a broker does not let a client in, or do what it wants: Kafka says the cause, and seldom the way out. */
public final class Refusals {
    private static final String RIGHTS = "; give the user the rights that docs/security.md lists";

    private Refusals() {}

    /** Cause and way out; empty if no broker refused anything. */
    public static Optional<String> told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SslAuthenticationException) {
                return Optional.of("no TLS with a broker: " + TlsFault.reason(cause)
                        + "; check kafka.ssl.*, and the certificates of both (docs/security.md)");
            }
            if (cause instanceof SaslAuthenticationException) {
                return Optional.of(cause.getMessage()
                        + "; check kafka.sasl.*, and that the brokers know the user (docs/security.md)");
            }
            if (cause instanceof LoginException) {
                return Optional.of("no login: " + firstLine(cause) + "; check kafka.sasl.* (docs/security.md)");
            }
            if (isAboutRights(cause)) {
                return Optional.of(cause.getMessage() + RIGHTS);
            }
        }
        return Optional.empty();
    }

    private static boolean isAboutRights(Throwable cause) {
        return cause instanceof TopicAuthorizationException
                || cause instanceof GroupAuthorizationException
                || cause instanceof TransactionalIdAuthorizationException
                || cause instanceof ClusterAuthorizationException;
    }

    /** Java has a stack trace in the message of a login that failed. */
    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^(?:[\\w.$]+(?:Exception|Error): )+", "")
                .replaceFirst("; will not attempt further retries$", "");
    }
}
