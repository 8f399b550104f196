package io.portolan.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which a test writes whatever it likes, HTTP or not. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private static final int KEPT = 100_000;

    private final Socket socket;
    private final StringBuilder received = new StringBuilder();

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    static RawHttp connect(URI server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawHttp(socket);
    }

    /** Sends a request, and returns all that comes until the server closes the connection. */
    static String exchange(URI server, String request) throws IOException {
        try (RawHttp connection = connect(server)) {
            connection.send(request);
            return connection.rest();
        }
    }

    /** A GET of a path that nothing has looked at or put right, after which the connection is closed. */
    static String get(URI server, String path) throws IOException {
        return exchange(server, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** What comes until the connection is closed; one that is reset is closed too. */
    String rest() throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4096];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException e) {
            text.append("");
        }
        return text.toString();
    }

    /** All that has come on this connection, of which only the end is kept; waits for nothing. */
    String soFar() throws IOException {
        InputStream in = socket.getInputStream();
        while (in.available() > 0) {
            received.append(new String(in.readNBytes(in.available()), StandardCharsets.ISO_8859_1));
        }
        received.delete(0, Math.max(0, received.length() - KEPT));
        return received.toString();
    }

    /** Whether the server has closed the connection; does not wait for it. */
    boolean isClosed() throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
