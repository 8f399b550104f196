package io.portolan.wire;

import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import org.jspecify.annotations.Nullable;

/** Why two sides could not agree on TLS, in the words of somebody who has to mend it. */
public final class TlsFault {
    private TlsFault() {}

    /**
     * The reason, without a way out.
     *
     * @param fault as Java or Kafka throws it
     */
    public static String reason(Throwable fault) {
        String last = String.valueOf(fault.getMessage());
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "its certificate, or one that signed it, has expired (" + cause.getMessage() + ")";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "its certificate, or one that signed it, is not valid yet (" + cause.getMessage() + ")";
            }
            if (cause instanceof CertPathBuilderException) {
                return "its certificate is signed by nobody in the trust store";
            }
            if (cause instanceof SignatureException) {
                return "its certificate is signed by another one than that of this name in the trust store";
            }
            last = cause.getMessage() == null ? last : cause.getMessage();
        }
        return told(last);
    }

    /** The other side says little of what it does not like, for good reason. */
    private static String told(String message) {
        String alert = message.replaceFirst(".*Received fatal alert: ", "");
        return switch (alert) {
            case "certificate_required" -> "it asks for a client certificate, and there is none";
            case "certificate_expired" -> "it says that the client certificate has expired";
            case "bad_certificate", "certificate_unknown", "unknown_ca" ->
                "it does not accept the client certificate (" + alert + ")";
            default -> message;
        };
    }
}
