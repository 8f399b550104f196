package io.portolan.app.registry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** Why an address could not be read: the HTTP client names few of its causes in its message. */
final class WebFaults {
    private WebFaults() {}

    static String reason(URI address, IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "no host is known as " + address.getHost();
            }
            if (cause instanceof SSLException) {
                return "no TLS connection that can be trusted: " + cause.getMessage();
            }
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return "no connection within " + WebSource.CONNECTING.toSeconds() + " s";
        }
        if (failure instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (failure instanceof ConnectException) {
            return "nothing accepts connections there";
        }
        return Objects.requireNonNullElse(failure.getMessage(), "the connection broke");
    }
}
