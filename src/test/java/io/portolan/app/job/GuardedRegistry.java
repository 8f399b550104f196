package io.portolan.app.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Stands before a schema registry, speaks TLS, and answers those alone who bring a user and a password, a token, or a certificate. The user
 * {@code reader} may read and not write.
 */
final class GuardedRegistry implements AutoCloseable {
    static final String PASSWORD = "Registry-Password-7";
    static final String TOKEN = "Registry-Token-7";
    private static final String LOGIN = basic("portolan", PASSWORD);
    private static final String READER = basic("reader", PASSWORD);

    private final Behind behind;
    private final HttpsServer front;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private GuardedRegistry(String behind, HttpsServer front) {
        this.behind = new Behind(behind);
        this.front = front;
    }

    static GuardedRegistry start(String behind, SSLContext context) throws IOException {
        HttpsServer front = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        GuardedRegistry registry = new GuardedRegistry(behind, front);
        front.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        front.setExecutor(registry.threads);
        front.createContext("/", registry::answer);
        front.start();
        return registry;
    }

    String url() {
        return "https://localhost:" + front.getAddress().getPort();
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (authorization.equals(READER) && exchange.getRequestMethod().equals("POST")) {
            Behind.send(exchange, 403, "{\"error_code\":40301,\"message\":\"User is denied operation Write\"}");
        } else if (isKnown(authorization) || hasCertificate((HttpsExchange) exchange)) {
            behind.pass(exchange, body);
        } else {
            Behind.send(exchange, 401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
        }
    }

    private static boolean isKnown(String authorization) {
        return authorization.equals(LOGIN) || authorization.equals(READER) || authorization.equals("Bearer " + TOKEN);
    }

    private static boolean hasCertificate(HttpsExchange exchange) {
        try {
            return exchange.getSSLSession().getPeerPrincipal().getName().equals("CN=portolan");
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
