package io.portolan.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.app.json.JsonTree;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param type media type of the body
 * @param body all of it; nobody changes it
 * @param headers beside those that every answer has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, String type, byte[] body, Map<String, String> headers) {
    static final String JSON = "application/json";

    static Reply json(int status, JsonNode json) {
        return new Reply(status, JSON, JsonTree.bytes(json), Map.of());
    }

    static Reply json(JsonNode json) {
        return json(HttpStatus.OK_200, json);
    }
}
