package io.portolan.app.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the server itself refuses, requests that are no HTTP above all, as a problem. Nothing of the request is in
 * it, and nothing of what went wrong inside.
 */
final class ProblemErrorHandler extends ErrorHandler {
    private static final Map<Integer, String> DETAILS = Map.of(
            HttpStatus.BAD_REQUEST_400,
            "the request is malformed",
            HttpStatus.PAYLOAD_TOO_LARGE_413,
            "requests have no content here",
            HttpStatus.URI_TOO_LONG_414,
            "the address is too long: 8 KiB with all headers",
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431,
            "the headers are too large: 8 KiB with the address",
            HttpStatus.REQUEST_TIMEOUT_408,
            "the request did not come in time",
            HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505,
            "HTTP/1.1 is spoken here",
            HttpStatus.SERVICE_UNAVAILABLE_503,
            "too many questions are being answered; come back later");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        Reply reply = problem(response.getStatus(), path);
        SecurityHeaders.set(response.getHeaders());
        Replies.write(reply, response, callback);
        return true;
    }

    private static Reply problem(int status, @Nullable String path) {
        int error = HttpStatus.isClientError(status) ? status : status == 505 || status == 503 ? status : 500;
        return Problem.of(error, DETAILS.getOrDefault(error, "the request cannot be answered"))
                .reply(path == null ? "" : path);
    }
}
