package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.json.JsonTree;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request is not answered as it wishes (RFC 9457). Its type is always {@code about:blank}: the status says what
 * sort of problem it is.
 *
 * @param status of HTTP, 400-599
 * @param detail the cause and the way out, for a reader
 * @param more members beyond those of the RFC
 */
record Problem(int status, String detail, ObjectNode more) {
    static final String TYPE = "application/problem+json";
    private static final String RETRY_SECONDS = "5";

    static Problem of(int status, String detail) {
        return new Problem(status, detail, JsonTree.object());
    }

    /** The problem as an answer to a request of this path. */
    Reply reply(String path) {
        ObjectNode body = JsonTree.object();
        body.put("type", "about:blank");
        body.put("title", title());
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", path);
        body.setAll(more);
        return new Reply(status, TYPE, JsonTree.bytes(body), headers());
    }

    private String title() {
        HttpStatus.Code code = HttpStatus.getCode(status);
        return code == null ? "Status " + status : code.getMessage();
    }

    /** Whoever is told to come back is told when. */
    private Map<String, String> headers() {
        boolean passes = status == HttpStatus.SERVICE_UNAVAILABLE_503 || status == HttpStatus.TOO_MANY_REQUESTS_429;
        return passes ? Map.of("Retry-After", RETRY_SECONDS) : Map.of();
    }
}
