package io.portolan.app.http;

import io.portolan.app.config.HttpSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, set up for little: few threads, small requests, and nobody who may hold a connection for nothing. */
final class WebServer implements AutoCloseable {
    private static final int THREADS = 24;
    private static final int CONNECTIONS = 4_000;
    private static final int BACKLOG = 1_024;
    private static final int REQUEST_BYTES = 8 * 1024;
    private static final int ANSWER_HEADER_BYTES = 8 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofMillis(500);
    private static final Duration REQUEST = Duration.ofSeconds(10);

    private final Server server;
    private final ServerConnector connector;

    private WebServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts to listen.
     *
     * @throws ConfigException if the address is taken, is none of this machine, or the files of TLS cannot be used
     */
    static WebServer start(HttpSettings settings, Site site) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("portolan-http");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        threads.setStopTimeout(STOPPING.toMillis());
        Server server = new Server(threads);
        ServerConnector connector = connector(server, Tls.server(settings.tls()));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        HeaderDeadline deadline = new HeaderDeadline(server, REQUEST);
        connector.addBean(deadline);
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(0);
        server.setHandler(
                new Front(site.routes(), new Tokens(settings.token()), new Hosts(settings), new Lanes(site.events())));
        start(server, connector, settings);
        return new WebServer(server, connector);
    }

    /** The port that it listens on. */
    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static ServerConnector connector(Server server, Optional<SSLContext> tls) {
        HttpConnectionFactory http = new HttpConnectionFactory(configuration());
        ServerConnector connector = tls.map(context -> {
                    SslConnectionFactory secure = new SslConnectionFactory(secure(context), http.getProtocol());
                    return new ServerConnector(server, 1, 1, secure, http);
                })
                .orElseGet(() -> new ServerConnector(server, 1, 1, http));
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(BACKLOG);
        return connector;
    }

    private static SslContextFactory.Server secure(SSLContext context) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(context);
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return factory;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(REQUEST_BYTES);
        http.setResponseHeaderSize(ANSWER_HEADER_BYTES);
        // The key of an alert has slashes in it, which are encoded in the path: routes look at the path as it was sent.
        http.setUriCompliance(UriCompliance.DEFAULT.with("portolan", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR));
        return http;
    }

    private static void start(Server server, ServerConnector connector, HttpSettings settings) {
        try {
            connector.open();
            server.start();
        } catch (IOException e) {
            stop(server);
            throw new ConfigException(why(e, settings));
        } catch (Exception e) {
            stop(server);
            throw new IllegalStateException("the HTTP server does not start: " + e.getMessage(), e);
        }
    }

    private static String why(IOException fault, HttpSettings settings) {
        boolean socket = fault instanceof SocketException || fault.getCause() instanceof SocketException;
        boolean taken = fault instanceof BindException || fault.getCause() instanceof BindException;
        String address = "http.host=" + settings.host() + " and http.port=" + settings.port();
        if (taken && String.valueOf(fault.getMessage() + fault.getCause()).contains("in use")) {
            return address + ": the port is taken by another program; set http.port to a free one, to 0 for any, or"
                    + " http.enabled=false";
        }
        return address + (socket ? " cannot be listened on: " : " cannot be used: ") + fault.getMessage();
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server does not stop: " + e.getMessage(), e);
        }
    }
}
