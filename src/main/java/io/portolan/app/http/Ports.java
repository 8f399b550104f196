package io.portolan.app.http;

import io.portolan.app.port.CardJson;
import io.portolan.app.port.PortCard;
import io.portolan.app.port.PortCatalog;
import io.portolan.app.port.UnknownServiceException;
import io.portolan.registry.Registry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpStatus;

/** {@code /api/ports}: the card of a port from the registry that is in force. Every instance has all of it. */
final class Ports {
    private static final int LONGEST = 100;
    private static final int MOST_LINKS = 64;

    private final JobHolder holder;
    private final LiveRegistry registry = new LiveRegistry();

    Ports(JobHolder holder) {
        this.holder = holder;
    }

    Reply card(Call call) {
        Served served = holder.get();
        String port = call.segment("port");
        if (port.length() > LONGEST) {
            throw new ProblemException(HttpStatus.BAD_REQUEST_400, "the name of a service is shorter than this");
        }
        List<PortCard> cards = cards(served, port);
        return new Reply(HttpStatus.OK_200, Reply.JSON, json(cards.get(0)), links(cards));
    }

    private List<PortCard> cards(Served served, String port) {
        Registry now = registry.get(served.state(), port);
        try {
            return new PortCatalog(now, served.job().rules()).find(port);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(HttpStatus.BAD_REQUEST_400, e.getMessage());
        } catch (UnknownServiceException e) {
            throw new ProblemException(HttpStatus.NOT_FOUND_404, e.getMessage());
        }
    }

    private static byte[] json(PortCard card) {
        StringWriter text = new StringWriter();
        try {
            CardJson.write(card, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A service may have several ports: the answer is the card of the lowest, and links to the others (RFC 8288). */
    private static Map<String, String> links(List<PortCard> cards) {
        String others = cards.stream()
                .skip(1)
                .limit(MOST_LINKS)
                .map(card -> "</api/ports/" + card.port() + ">; rel=\"alternate\"")
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? Map.of() : Map.of("Link", others);
    }
}
