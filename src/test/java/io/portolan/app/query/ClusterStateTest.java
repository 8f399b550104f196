package io.portolan.app.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.portolan.app.json.JsonTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A part that is missing is never taken for nothing, and one that is there twice is not counted twice. */
class ClusterStateTest {
    private static final Set<String> ALL = Set.of("1_0", "1_1");

    private HttpServer other;
    private String address = "";
    private int status = 200;
    private String body = "";

    /** What an instance knows of the others. */
    private record Known(Set<String> others, Set<String> running) implements Members {
        @Override
        public String self() {
            return "127.0.0.1:1";
        }

        @Override
        public Set<String> all() {
            return ALL;
        }
    }

    @BeforeEach
    void startTheOtherInstance() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        other.start();
        address = "127.0.0.1:" + other.getAddress().getPort();
    }

    @AfterEach
    void stopIt() {
        other.stop(0);
    }

    @Test
    void theAnswersOfAllTasksAreFull() {
        body = "{\"items\":[{\"n\":2}],\"tasks\":[\"1_1\"]}";

        Gathered gathered = ask(new Known(Set.of(address), Set.of("1_0")));

        assertThat(gathered.unavailable()).isEmpty();
        assertThat(gathered.items()).extracting(item -> item.path("n").asInt()).containsExactly(1, 2);
    }

    @Test
    void aTaskThatTwoInstancesSayTheyHaveIsTakenOnce() {
        body = "{\"items\":[{\"n\":1}],\"tasks\":[\"1_0\",\"1_1\"]}";

        Gathered gathered = ask(new Known(Set.of(address), Set.of("1_0")));

        assertThat(gathered.items()).hasSize(1);
        assertThat(gathered.unavailable()).containsExactly(address);
    }

    @Test
    void tasksOfAnInstanceThatIsNotKnownAreMissed() {
        Gathered gathered = ask(new Known(Set.of(), Set.of("1_0")));

        assertThat(gathered.items()).hasSize(1);
        assertThat(gathered.unavailable()).containsExactly("task 1_1");
    }

    @Test
    void anInstanceThatRefusesOrSaysNoJsonIsNamed() {
        status = 503;
        body = "{\"status\":503}";
        assertThat(ask(new Known(Set.of(address), Set.of("1_0"))).unavailable()).containsExactly(address);

        status = 200;
        body = "<html>a proxy</html>";
        assertThat(ask(new Known(Set.of(address), Set.of("1_0"))).unavailable()).containsExactly(address);
    }

    @Test
    void whatNobodyHasIsToldOnlyWhenAllWereAsked() {
        status = 404;
        body = "{\"status\":404,\"tasks\":[\"1_1\"]}";
        Optional<ObjectNode> found =
                state(new Known(Set.of(address), Set.of("1_0"))).find("/x", Optional::empty);

        assertThat(found).isEmpty();
        assertThatThrownBy(() -> state(new Known(Set.of(), Set.of("1_0"))).find("/x", Optional::empty))
                .isInstanceOf(StateAwayException.class)
                .hasMessageContaining("task 1_1");
    }

    @Test
    void whereNobodyAnswersThereIsNoAnswer() {
        other.stop(0);

        assertThatThrownBy(
                        () -> state(new Known(Set.of(address), Set.of("1_0"))).ask("/x", () -> {
                            throw new InvalidStateStoreException("closed");
                        }))
                .isInstanceOf(StateAwayException.class);
    }

    private static Gathered ask(Known known) {
        return state(known).ask("/x", () -> {
            ObjectNode answer = JsonTree.object();
            answer.putArray("items").addObject().put("n", 1);
            return answer;
        });
    }

    private static ClusterState state(Known known) {
        return new ClusterState(known, new InstanceClient(Optional.empty(), Optional.empty()));
    }
}
