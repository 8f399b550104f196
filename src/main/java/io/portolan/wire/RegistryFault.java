package io.portolan.wire;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a failure of the schema registry, or of the way to it, from a bad record. Works for the serdes of this package
 * and for Confluent's, which wrap a refused connection into a {@code SerializationException}.
 */
public final class RegistryFault {
    private RegistryFault() {}

    /**
     * Whether the registry is behind a serde's failure: away, overloaded, unknown host, or refusing the credentials. The
     * record may be good and must not be given up.
     */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isRefusal(cause) || isNetwork(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof RetriableException
                || cause instanceof AuthenticationException
                || cause instanceof AuthorizationException
                || cause instanceof InvalidConfigurationException
                || cause instanceof InterruptException;
    }

    private static boolean isNetwork(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof InterruptedIOException
                || cause instanceof HttpTimeoutException
                || cause instanceof SSLException;
    }
}
