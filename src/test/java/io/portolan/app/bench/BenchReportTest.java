package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.bench.contender.Contender;
import io.portolan.app.config.PortolanConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a comparison leaves: JSON for programs, bars for people. */
class BenchReportTest {
    private static final List<BenchRun> RUNS = List.of(
            new BenchRun("pass-through", 1, 2.5, 200_000, 4, 1, 300.0),
            new BenchRun("portolan", 1, 3.5, 100_000, 8, 3, 600.0));

    @TempDir
    private Path folder;

    @Test
    void aReportThatIsWrittenIsReadAsItWas() throws IOException {
        Path file = folder.resolve("bench.json");
        BenchReport report = report();

        report.write(file);

        assertThat(BenchReport.read(file)).isEqualTo(report);
        assertThat(file).content().contains("\"records_per_second\" : 200000.0", "\"processors\" : ");
    }

    @Test
    void aFigureThatIsNotKnownIsLeftOut() throws IOException {
        Path file = folder.resolve("bench.json");
        BenchReport report = report(List.of(new BenchRun("other", 1, 2.5, 200_000, 4, 1, null)));

        report.write(file);

        assertThat(file).content().contains("\"contender\" : \"other\"").doesNotContain("allocated_bytes");
        assertThat(BenchReport.read(file)).isEqualTo(report);
    }

    @Test
    void theReportNamesWhatAllContendersShare() throws IOException {
        BenchReport report = report();

        assertThat(report.settings())
                .containsEntry("producer.linger.ms", "20")
                .containsEntry("commit.interval.ms", "2000");
        assertThat(report.threads()).isEqualTo(3);
        assertThat(report.instances()).isEqualTo(2);
        assertThat(report.restarted()).isTrue();
        assertThat(report.registryEntries()).isEqualTo(1_274);
        assertThat(report.partitions()).isEqualTo(6);
        assertThat(report.javaOptions()).contains("-Xmx1g");
        assertThat(report.versions()).containsKeys("portolan", "kafka");
    }

    @Test
    void thePlotHasABarOfItsLengthForEachFigureAndWordsForThoseWhoDoNotSeeIt() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(BenchPlot.svg(report()).getBytes(StandardCharsets.UTF_8)));

        assertThat(text(svg, "title")).startsWith("What labelling a flow costs");
        assertThat(text(svg, "desc"))
                .contains("portolan: 8.00 µs of the processor a record, 100,000 records a second.")
                .endsWith("Medians of 1 rounds of 5,000 flows.");
        assertThat(widths(svg)).containsExactly(220.0, 440.0, 440.0, 220.0);
    }

    private static String text(Document svg, String tag) {
        return svg.getElementsByTagName(tag).item(0).getTextContent();
    }

    /** Of the bars, without the ground. */
    private static List<Double> widths(Document svg) {
        NodeList bars = svg.getElementsByTagName("rect");
        return IntStream.range(1, bars.getLength())
                .mapToObj(bar -> Double.valueOf(((Element) bars.item(bar)).getAttribute("width")))
                .toList();
    }

    private static BenchReport report() throws IOException {
        return report(RUNS);
    }

    private static BenchReport report(List<BenchRun> runs) throws IOException {
        BenchOptions options = new BenchOptions(
                List.of(Contender.PASS_THROUGH, Contender.PORTOLAN),
                5_000,
                1,
                7,
                new Conditions(0.001, 0, OptionalInt.of(3), 2, true, Optional.empty(), Map.of()),
                false);
        return BenchReport.of(options, new PortolanConfig(Map.of()), 1_274, 101.5, runs);
    }
}
