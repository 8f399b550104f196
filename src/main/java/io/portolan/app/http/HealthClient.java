package io.portolan.app.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portolan.app.config.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.state.HostInfo;

/** Asks the job of this machine for its health, at the address that it listens on. */
public final class HealthClient {
    private static final int PATIENCE_MS = 5_000;

    private final HttpSettings settings;

    public HealthClient(HttpSettings settings) {
        this.settings = settings;
    }

    /**
     * What the job answered.
     *
     * @param status of HTTP; 200 if it is well
     * @param body one JSON object
     */
    public record Answer(int status, String body) {
        public boolean isWell() {
            return status == HttpURLConnection.HTTP_OK;
        }
    }

    /** Whether its process may go on. */
    public Answer live() throws IOException {
        return get("/health/live");
    }

    /** Whether it works. */
    public Answer ready() throws IOException {
        return get("/health/ready");
    }

    private Answer get(String path) throws IOException {
        URI address = address(path);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        if (connection instanceof HttpsURLConnection secure) {
            Tls.client(settings.tls()).map(SSLContext::getSocketFactory).ifPresent(secure::setSSLSocketFactory);
        }
        try {
            return new Answer(connection.getResponseCode(), body(connection));
        } catch (IOException e) {
            throw new IOException("no job answers at " + address + ": " + e.getMessage(), e);
        } finally {
            connection.disconnect();
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        boolean well = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
        try (InputStream body = well ? connection.getInputStream() : connection.getErrorStream()) {
            return body == null ? "" : new String(body.readAllBytes(), UTF_8);
        }
    }

    private URI address(String path) {
        if (!settings.enabled()) {
            throw new ConfigException("http.enabled=false: a job without HTTP tells nothing of its health");
        }
        if (settings.port() == 0) {
            throw new ConfigException("http.port=0: the job has any free port; set one to ask it for its health");
        }
        String scheme = settings.tls().isPresent() ? "https://" : "http://";
        return URI.create(scheme + host() + ":" + settings.port() + path);
    }

    /** Over TLS the host that the certificate is for. */
    private String host() {
        if (settings.tls().isPresent() && settings.advertised().isPresent()) {
            return settings.advertised().map(HostInfo::host).orElseThrow();
        }
        try {
            InetAddress listening = InetAddress.getByName(settings.host());
            InetAddress reachable = listening.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listening;
            String text = settings.tls().isPresent() ? reachable.getHostName() : reachable.getHostAddress();
            return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
        } catch (UnknownHostException e) {
            throw new ConfigException("http.host=" + settings.host() + " is no name or address of this machine");
        }
    }
}
