package io.portolan.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Talks to a registry without TLS. Java's newer client is not used for that: when it is made it reads whom to trust and starts
 * threads, which takes four tenths of a second of a process that has just started (docs/adr/0035).
 */
record PlainExchange(RegistrySettings settings) implements RegistryExchange {
    @Override
    public RegistryResponse send(RegistryRequest request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) request.uri().toURL().openConnection();
        connection.setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()));
        connection.setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(request.method());
        request.headers().forEach(connection::setRequestProperty);
        if (request.body() != null) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(request.body().getBytes(StandardCharsets.UTF_8));
        }
        return response(request.uri(), connection);
    }

    private static RegistryResponse response(URI uri, HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        // A body that is read to its end leaves the connection for the next request.
        try (InputStream body = status >= HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getErrorStream()
                : connection.getInputStream()) {
            String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new RegistryResponse(uri, status, text);
        }
    }
}
