package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Where the job's threads are: whose code it is, and the flame graph. */
class ProfileTest {
    private static final List<String> JUDGED = List.of(
            "org.apache.kafka.streams.processor.internals.StreamThread.run",
            "io.portolan.topology.JudgeProcessor.process",
            "java.util.HashMap.get");
    private static final List<String> SENT = List.of(
            "org.apache.kafka.streams.processor.internals.StreamThread.run",
            "org.apache.kafka.clients.producer.KafkaProducer.<init>");

    private static final BenchRun RUN = new BenchRun("portolan", 1, 6.5, 200_000, 3, 0.5, 3_640.0);

    @TempDir
    private Path folder;

    @Test
    void aSampleBelongsToTheLastOnItsStackThatIsNotTheJdk() {
        assertThat(Owner.of(JUDGED)).isEqualTo(Owner.PORTOLAN);
        assertThat(Owner.of(SENT)).isEqualTo(Owner.CLIENTS);
        assertThat(Owner.of(SENT.subList(0, 1))).isEqualTo(Owner.STREAMS);
        assertThat(Owner.of(List.of("java.lang.Thread.run"))).isEqualTo(Owner.OTHER);
    }

    @Test
    void aSampleIsAtTheWorkOfTheLastOnItsStackThatHasAName() {
        String task = "org.apache.kafka.streams.processor.internals.StreamTask.process";

        assertThat(Work.of(JUDGED)).isEqualTo(Work.JUDGEMENT);
        assertThat(Work.of(SENT)).isEqualTo(Work.PRODUCER);
        assertThat(Work.of(List.of(task))).isEqualTo(Work.TASKS);
        assertThat(Work.of(List.of(task, "org.apache.kafka.common.header.internals.RecordHeaders.<init>")))
                .isEqualTo(Work.TASKS);
        assertThat(Work.of(List.of(
                        task,
                        "org.apache.kafka.streams.processor.internals.ProcessorContextImpl.forward",
                        "io.portolan.topology.SumProcessor.process",
                        "org.rocksdb.RocksDB.put")))
                .isEqualTo(Work.STORES);
        assertThat(Work.of(List.of(task, "io.portolan.topology.FlowCounts.send")))
                .isEqualTo(Work.COUNTS);
        assertThat(Work.of(List.of(
                        "io.portolan.topology.GlobalPortRegistry.read",
                        "io.portolan.wire.AvroDeserializer.deserialize")))
                .isEqualTo(Work.LABELS);
        assertThat(Work.of(List.of("java.lang.Thread.run"))).isEqualTo(Work.OTHER);
    }

    @Test
    void sharesAreThoseOfTheSamples() throws IOException {
        Profiles profiles = new Profiles();
        profiles.add(RUN, new Profile(List.of(SENT, JUDGED, SENT, SENT)));
        profiles.write(folder);

        ProfileReport report = ProfileReport.read(folder).get(0);
        assertThat(report.contender()).isEqualTo("portolan");
        assertThat(report.warmMicros()).isEqualTo(2.5);
        assertThat(report.samples()).isEqualTo(4);
        assertThat(report.share(Work.PRODUCER)).isEqualTo(0.75);
        assertThat(report.share(Work.JUDGEMENT)).isEqualTo(0.25);
        assertThat(report.share(Work.LABELS)).isZero();
    }

    @Test
    void aFrameIsAsWideAsItsShareAndStandsBelowItsCaller() throws Exception {
        String svg = FlameGraph.svg(new Profile(List.of(SENT, JUDGED, SENT, SENT)));

        Element all = frame(svg, "StreamThread.run, 100.0 %");
        Element sent = frame(svg, "KafkaProducer.<init>, 75.0 %");
        assertThat(number(sent, "width")).isCloseTo(0.75 * number(all, "width"), within(0.1));
        assertThat(number(sent, "y")).isGreaterThan(number(all, "y"));
    }

    @Test
    void aProfileWithoutSamplesIsEmpty() throws Exception {
        Profiles profiles = new Profiles();
        profiles.add(RUN, new Profile(List.of()));
        profiles.write(folder);

        assertThat(ProfileReport.read(folder).get(0).share(Work.OTHER)).isZero();
        assertThat(folder.resolve("profile-portolan.svg")).content().contains("0 samples", "</svg>");
    }

    @Test
    void aRecordingHasTheThreadsThatMoveRecordsAlone() throws Exception {
        Path file = folder.resolve("recorded.jfr");
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong work = new AtomicLong();
        List<Thread> threads = IntStream.range(0, 2)
                .mapToObj(i -> new Thread(() -> busy(done, work), i == 0 ? "job-StreamThread-1" : "another"))
                .toList();
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            threads.forEach(Thread::start);
            await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
                recording.dump(file);
                return !Profile.of(file).samples().isEmpty();
            });
        } finally {
            done.set(true);
        }

        assertThat(Files.size(file)).isPositive();
        assertThat(Profile.of(file).samples())
                .allSatisfy(stack ->
                        assertThat(stack).first().asString().isIn("java.lang.Thread.run", "java.lang.Thread.runWith"));
        assertThat(Profile.of(file).samples())
                .anySatisfy(stack -> assertThat(stack).contains(ProfileTest.class.getName() + ".busy"));
    }

    private static void busy(AtomicBoolean done, AtomicLong work) {
        long sum = 0;
        while (!done.get()) {
            sum = sum * 31 + 1;
        }
        work.set(sum);
    }

    private static Element frame(String svg, String title) throws Exception {
        NodeList titles = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("title");
        return IntStream.range(0, titles.getLength())
                .mapToObj(titles::item)
                .filter(each -> each.getTextContent().endsWith(title))
                .map(each -> (Element) each.getNextSibling())
                .findFirst()
                .orElseThrow();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
