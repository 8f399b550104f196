package io.portolan.app.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** Headers of every answer: a browser shows nothing of it in a frame, loads nothing from elsewhere and guesses nothing. */
final class SecurityHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private SecurityHeaders() {}

    /** Sets them; what answers may say another Cache-Control. */
    static void set(HttpFields.Mutable headers) {
        HEADERS.forEach(headers::put);
        headers.put("Cache-Control", "no-store");
    }
}
