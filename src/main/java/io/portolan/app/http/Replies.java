package io.portolan.app.http;

import io.portolan.app.query.StateAwayException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers, and makes an answer of what goes wrong. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private Replies() {}

    /** What is answered, or the problem that stands in its way. */
    static Reply of(String path, Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (ProblemException e) {
            return e.problem().reply(path);
        } catch (StateAwayException e) {
            return Problem.of(HttpStatus.SERVICE_UNAVAILABLE_503, e.getMessage() + "; come back in a few seconds")
                    .reply(path);
        } catch (RuntimeException e) {
            LOG.error("A request could not be answered: {}", path, e);
            return Problem.of(
                            HttpStatus.INTERNAL_SERVER_ERROR_500,
                            "an unexpected fault; the log of this instance says which")
                    .reply(path);
        }
    }

    /** Sends an answer. */
    static void write(Reply reply, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(reply.status());
        headers.put(HttpHeader.CONTENT_TYPE, reply.type());
        headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        reply.headers().forEach(headers::put);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
