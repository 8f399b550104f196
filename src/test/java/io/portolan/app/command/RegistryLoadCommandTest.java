package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.portolan.app.broker.LocalBrokerExtension;
import io.portolan.app.broker.TestCluster;
import io.portolan.app.command.Deployment.Result;
import io.portolan.registry.RegistryRelease;
import io.portolan.schema.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalBrokerExtension.class)
@Timeout(120)
class RegistryLoadCommandTest {
    private static final String ECHO = "echo,7,tcp,Echo,,,2001-01-01,,,,,";
    private static final String HTTP = "http,80,tcp,World Wide Web HTTP,,,2002-02-02,,,,,";
    private static final String T1 = "t1distproc,1274,tcp,t1distproc,,,2003-03-03,,,,,";

    private Deployment portolan;

    @BeforeEach
    void deploy(TestCluster cluster, @TempDir Path folder) throws IOException {
        portolan = new Deployment(cluster, folder);
        assertThat(portolan.run("topics", "--create").code()).isZero();
    }

    @AfterEach
    void close() {
        portolan.close();
    }

    @Test
    void aFirstLoadPublishesEveryPortAndTheReleaseLast() throws Exception {
        Result result =
                load(portolan.csv("a.csv", ECHO, HTTP, "acr-nema,104,,ACR,,,,,,,,", "web,,tcp,no port,,,,,,,,"));

        assertThat(result).extracting(Result::code, Result::err).containsExactly(0, "");
        assertThat(result.out())
                .contains("Version    none -> 2002-02-02")
                .contains("Added      4\n")
                .contains("Unchanged  0\n")
                .contains("No port    1 services")
                .contains("Published  5 records in one transaction");
        assertThat(portolan.keysFrom(0)).containsExactly("tcp/7", "tcp/80", "tcp/104", "udp/104", "registry");
        assertThat(portolan.latest().get("tcp/80").getNames()).containsExactly("http");
        assertThat(portolan.latest().get(RegistryRelease.KEY).getVersion()).isEqualTo("2002-02-02");
    }

    @Test
    void aSecondLoadOfTheSamePublishesNothing() throws Exception {
        Path csv = portolan.csv("a.csv", ECHO, HTTP);
        load(csv);

        Result result = load(csv);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Unchanged  2\n").contains("Published  nothing, the topic has it all");
        assertThat(portolan.keysFrom(3)).isEmpty();
    }

    @Test
    void oneChangedNameIsOneRecord() throws Exception {
        load(portolan.csv("a.csv", ECHO, HTTP));

        Result result = load(portolan.csv("b.csv", ECHO, HTTP.replace("http,", "www,")));

        assertThat(result.out()).contains("Changed    1\n").contains("Published  1 records");
        assertThat(portolan.keysFrom(3)).containsExactly("tcp/80");
        assertThat(portolan.latest().get("tcp/80").getNames()).containsExactly("www");
    }

    @Test
    void aGonePortIsATombstone() throws Exception {
        String[] many = ports(20);
        load(portolan.csv("a.csv", many));

        Result result = load(portolan.csv("b.csv", List.of(many).subList(1, 20).toArray(String[]::new)));

        assertThat(result.out()).contains("Removed    1\n").contains("Unchanged  19\n");
        assertThat(portolan.keysFrom(21)).containsExactly("-tcp/1000", "registry");
        assertThat(portolan.latest()).doesNotContainKey("tcp/1000").hasSize(20);
    }

    @Test
    void aSourceThatLostMoreThanATenthIsRefusedUnlessForced() throws Exception {
        String[] many = ports(20);
        load(portolan.csv("a.csv", many));
        Path cut = portolan.csv("b.csv", List.of(many).subList(3, 20).toArray(String[]::new));
        Path tenth = portolan.csv("c.csv", List.of(many).subList(2, 20).toArray(String[]::new));

        Result refused = load(cut);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo("portolan: refused: the source lacks 3 of the 20 entries of IANA's that the topic has, more"
                        + " than a tenth; check that it is complete, or load it with --force\n");
        assertThat(portolan.keysFrom(21)).isEmpty();

        assertThat(load(tenth).code()).isZero();
        assertThat(portolan.run("registry", "load", cut.toString(), "--force").code())
                .isZero();
        assertThat(portolan.latest()).hasSize(18);
    }

    @Test
    void anOlderRegistryIsLoadedAndSaidToBeOlder() throws Exception {
        load(portolan.csv("a.csv", ECHO, HTTP));

        Result result = load(portolan.csv("b.csv", ECHO, HTTP.replace("2002-02-02", "")));

        assertThat(result.out()).contains("Version    2002-02-02 -> 2001-01-01, which is older");
        assertThat(portolan.keysFrom(3)).containsExactly("tcp/80", "registry");
    }

    @Test
    void aMissingTopicIsToldWithTheCommandThatCreatesIt() throws Exception {
        Path topics = portolan.folder().resolve("topics.yaml");
        Files.writeString(topics, Files.readString(topics).replace("name: port-registry-", "name: elsewhere-"));

        Result result = load(portolan.csv("a.csv", ECHO));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .matches("portolan: topic elsewhere-\\d+ is missing on the cluster at .*; create it"
                        + " with the same options and: portolan topics --create\n");
    }

    @Test
    void aRegistryWithoutAPortIsRefusedWhateverTheSiteHas() throws Exception {
        portolan.configure("registry.site.path=" + portolan.csv("site.csv", "intranet,80,tcp,Our Web,,,,,,,,"));
        Result result = portolan.run("registry", "load", portolan.csv("a.csv").toString(), "--force");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("has no port at all");
    }

    @Test
    void theSitesOwnNamesWin() throws Exception {
        Path site = portolan.csv("site.csv", "intranet,80,tcp,Our Web,,,,,,,,");
        portolan.configure("registry.site.path=" + site);

        load(portolan.csv("a.csv", ECHO, HTTP));

        assertThat(portolan.latest().get("tcp/80").getNames()).containsExactly("intranet");
        assertThat(portolan.latest().get("tcp/80").getOrigin()).isEqualTo(Origin.SITE);
        assertThat(portolan.latest().get("tcp/7").getOrigin()).isEqualTo(Origin.IANA);
    }

    @Test
    void aMalformedRowIsReportedWithItsLineAndTheRestLoads() throws Exception {
        Path csv = portolan.csv("a.csv", ECHO, "x,70000,tcp,beyond,,,,,,,,", HTTP);

        Result result = load(csv);

        assertThat(result.code()).isZero();
        assertThat(result.err())
                .isEqualTo("portolan: skipped " + csv + " line 3: port 70000 is outside 0-65535:"
                        + " x,70000,tcp,beyond,,,,,,,,\n");
        assertThat(result.out()).contains("Malformed  1 rows were skipped").contains("Added      2\n");
    }

    @Test
    void aDryRunShowsTheChangesAndPublishesNothing() throws Exception {
        load(portolan.csv("a.csv", ECHO, HTTP));

        Result result = portolan.run(
                "registry",
                "load",
                "--dry-run",
                portolan.csv("b.csv", ECHO, HTTP.replace("http,", "www,"), T1).toString());

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("+ tcp/1274  t1distproc\n")
                .contains("~ tcp/80  www (World Wide Web HTTP)\n    names: http -> www\n")
                .contains("Published  nothing; a load would publish 3 records");
        assertThat(portolan.keysFrom(3)).isEmpty();
    }

    @Test
    void anEntryThatCannotBeReadIsWrittenAnewOrTakenAway() throws Exception {
        load(portolan.csv("a.csv", ECHO, HTTP));
        portolan.publish("tcp/80", "broken".getBytes(StandardCharsets.UTF_8));
        portolan.publish("tcp/nowhere", new byte[] {0, 0, 0, 0, 9, 1});

        Result result = load(portolan.csv("b.csv", ECHO, HTTP));

        assertThat(result.out())
                .contains("Changed    1\n")
                .contains("Removed    1\n")
                .contains("Unchanged  1\n");
        assertThat(portolan.run("registry", "info").out()).contains("Unreadable     0\n");
    }

    @Test
    void aLoadThatFailsHalfwayLeavesTheTopicAsItWas() throws Exception {
        load(portolan.csv("a.csv", ECHO, HTTP));
        portolan.configure("avro.serializer=" + BrokenSerializer.class.getName());

        Result result = load(portolan.csv("b.csv", ECHO.replace("Echo", "echoes"), HTTP.replace("http", "www"), T1));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("portolan: nothing was published to the registry's topic: no www today\n");
        assertThat(portolan.keysFrom(3)).isEmpty();
    }

    @Test
    void whatAKilledLoadLeftOpenIsNotReadAndTheNextLoadEndsIt() throws Exception {
        load(portolan.csv("a.csv", ECHO, HTTP));
        try (KafkaProducer<String, byte[]> killed = portolan.otherLoad()) {
            killed.initTransactions();
            killed.beginTransaction();
            killed.send(new ProducerRecord<>(portolan.topic("port-registry"), "tcp/7", null))
                    .get();

            assertThat(portolan.run("registry", "info").out()).contains("Entries        2\n");
            Result next = load(portolan.csv("b.csv", ECHO, HTTP, T1));

            assertThat(next.code()).isZero();
            assertThat(portolan.keysFrom(3)).containsExactly("tcp/1274", "registry");
        }
    }

    @Test
    void aLoadEndsWhenItsRecordsCanBeRead() throws Exception {
        load(portolan.csv("a.csv", ECHO, HTTP));
        Path changed = portolan.csv("b.csv", ECHO, HTTP, T1);
        try (KafkaProducer<String, byte[]> other = portolan.producer(Map.of("transactional.id", "other"))) {
            other.initTransactions();
            other.beginTransaction();
            long before = other.send(new ProducerRecord<>(portolan.topic("port-registry"), "tcp/7", null))
                    .get()
                    .offset();
            CompletableFuture<Result> load = CompletableFuture.supplyAsync(() -> load(changed));
            await().atMost(Duration.ofSeconds(30)).until(() -> portolan.end("port-registry") == before + 4);

            assertThat(load).isNotDone();
            other.abortTransaction();

            assertThat(load.get()).extracting(Result::code, Result::err).containsExactly(0, "");
            assertThat(portolan.keysFrom(3)).containsExactly("tcp/1274", "registry");
        }
    }

    @Test
    void aLoadThatAnotherOneOvertakesPublishesNothing() throws Exception {
        portolan.configure(
                "avro.serializer=" + OvertakingSerializer.class.getName(),
                "schema.registry.overtaken.id=" + portolan.config().applicationId() + "-registry-load",
                "schema.registry.overtaken.brokers=" + portolan.brokers());

        Result result = load(portolan.csv("a.csv", ECHO, HTTP));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith(
                        "portolan: another load of the registry began meanwhile; nothing of this one was published.")
                .hasLineCount(1);
        assertThat(portolan.keysFrom(0)).isEmpty();
    }

    @Test
    void theBundledRegistryLoadsWhole() {
        Result first = portolan.run("registry", "load", "--bundled");
        Result diff = portolan.run("registry", "diff", "topic", "bundled");
        Result again = portolan.run("registry", "load", "--bundled");

        assertThat(first.code()).isZero();
        assertThat(diff.code()).as(diff.out()).isZero();
        assertThat(again.out()).contains("Published  nothing, the topic has it all");
        assertThat(portolan.latest().get("tcp/1274").getNames()).containsExactly("t1distproc");
    }

    @Test
    void aGzippedRegistryIsReadFromAnAddress() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(Files.readAllBytes(portolan.csv("a.csv", ECHO)));
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ports", exchange -> {
            exchange.sendResponseHeaders(200, zipped.size());
            exchange.getResponseBody().write(zipped.toByteArray());
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(portolan.run("registry", "load", base + "/ports").code()).isZero();
            assertThat(portolan.latest()).containsOnlyKeys("tcp/7", "registry");

            Result missing = portolan.run("registry", "load", base + "/none");
            assertThat(missing.code()).isEqualTo(1);
            assertThat(missing.err())
                    .isEqualTo("portolan: " + base + "/none cannot be read: the server answered 404; download it, and"
                            + " name the file\n");
        } finally {
            server.stop(0);
        }
    }

    private Result load(Path csv) {
        return portolan.run("registry", "load", csv.toString());
    }

    private static String[] ports(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "service-" + i + "," + (1000 + i) + ",tcp,Service,,,2001-01-01,,,,,")
                .toArray(String[]::new);
    }
}
