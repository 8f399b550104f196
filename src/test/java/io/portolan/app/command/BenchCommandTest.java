package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.bench.BenchReport;
import io.portolan.app.bench.BenchRun;
import io.portolan.app.bench.ProfileReport;
import io.portolan.app.bench.contender.FloorBeside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison in its short form, with all the processes that it starts. */
class BenchCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theShortFormMeasuresTheJobAndThePassThroughAndLeavesAReport() throws IOException {
        List<Path> before = leftovers();
        Path registry = Files.writeString(folder.resolve("ports.csv"), """
                Service Name,Port Number,Transport Protocol,Description
                t1distproc,1274,tcp,t1distproc
                made-up,2000-2099,udp,of a hundred ports
                """);

        Run run = Run.of(
                "bench",
                "--quick",
                "--flows",
                "4000",
                "--rounds",
                "1",
                "--fail-above",
                "0.0001",
                "--instances",
                "2",
                "--registry",
                registry.toString(),
                "--set",
                "kafka.producer.linger.ms=7",
                "--profile",
                "--out",
                folder.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("flow logs: 4,000 of ")
                .containsPattern(
                        "portolan: the job takes [0-9.]+ times the time of the processors that the pass-through"
                                + " takes, without Java's compilers, which is above 0.00 \\(--fail-above\\)");
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(0)).startsWith("CONTENDER");
        assertThat(run.lines().get(1))
                .matches("pass-through +[0-9.]+ +[0-9,]+ +1\\.00 +[0-9.]+ +1\\.00 +[0-9.]+ +1\\.00 +[0-9,]+");
        assertThat(run.lines().get(2))
                .matches("portolan +[0-9.]+ +[0-9,]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9,]+");
        BenchReport report = BenchReport.read(folder.resolve("bench.json"));
        assertThat(report.instances()).isEqualTo(2);
        assertThat(report.registryEntries()).isEqualTo(101);
        assertThat(report.settings()).containsEntry("producer.linger.ms", "7");
        assertThat(report.runs()).extracting(BenchRun::contender).containsExactly("pass-through", "portolan");
        assertThat(report.runs())
                .allSatisfy(measured -> assertThat(measured.recordsPerSecond()).isPositive())
                .allSatisfy(measured -> assertThat(measured.cpuMicros()).isPositive());
        assertThat(folder.resolve("bench.svg")).content().contains("<svg", "</svg>");
        assertThat(folder.resolve("profile-pass-through.svg")).content().contains("<svg", "</svg>");
        assertThat(folder.resolve("profile-portolan.svg")).content().contains("<svg", "</svg>");
        assertThat(ProfileReport.read(folder))
                .extracting(ProfileReport::contender)
                .containsExactly("pass-through", "portolan");
        assertThat(leftovers()).isEqualTo(before);
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void aProgramBesideIsMeasuredFromOutside() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");

        Run run = Run.of(
                "bench",
                "--quick",
                "--flows",
                "200000",
                "--rounds",
                "1",
                "--beside",
                "other=%s $PORTOLAN_BENCH_JAVA_OPTIONS -cp %s %s; true"
                        .formatted(java, classPath, FloorBeside.class.getName()),
                "--out",
                folder.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(4);
        assertThat(run.lines().get(3)).matches("other +[0-9.]+ +[0-9,]+ +([0-9.]+ +){5}–");
        assertThat(BenchReport.read(folder.resolve("bench.json")).runs())
                .filteredOn(measured -> measured.contender().equals("other"))
                .singleElement()
                .satisfies(measured -> assertThat(measured.cpuMicros()).isPositive())
                .satisfies(measured -> assertThat(measured.compilerMicros()).isPositive())
                .satisfies(measured -> assertThat(measured.allocatedBytes()).isNull());
        assertThat(folder.resolve("bench.svg")).content().contains("other: ");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void aContenderThatIsStartedAnewIsMeasuredFromThenOn() throws IOException {
        Run run = Run.of(
                "bench", "--quick", "--flows", "200000", "--rounds", "1", "--restart", "--out", folder.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        BenchReport report = BenchReport.read(folder.resolve("bench.json"));
        assertThat(report.restarted()).isTrue();
        assertThat(report.runs()).extracting(BenchRun::contender).containsExactly("pass-through", "portolan");
        assertThat(report.runs())
                .allSatisfy(measured -> assertThat(measured.startSeconds()).isPositive())
                .allSatisfy(measured -> assertThat(measured.recordsPerSecond()).isPositive());
    }

    @Test
    void whatCannotTakePartIsAUsageError() {
        Run own = Run.of("bench", "--beside", "floor=true", "--out", folder.toString());
        Run twice = Run.of("bench", "--beside", "other=true", "--beside", "other=false", "--out", folder.toString());

        assertThat(own.exit()).isEqualTo(2);
        assertThat(own.errors()).first().isEqualTo("portolan: floor is a contender of the comparison's own");
        assertThat(twice.exit()).isEqualTo(2);
        assertThat(twice.errors()).first().isEqualTo("portolan: two programs of the comparison have the same name");
    }

    @Test
    void tooFewFlowsToMeasureAreAUsageError() {
        Run run = Run.of("bench", "--flows", "10", "--out", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors()).first().isEqualTo("portolan: 10 flows are too few to measure; take 1,000 or more");
    }

    @Test
    void aShareThatIsNoneIsAUsageError() {
        Run run = Run.of("bench", "--watched", "1.5", "--out", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors()).first().isEqualTo("portolan: a share of flows is between 0 and 1, not 1.5");
    }

    @Test
    void aSettingThatThereIsNotIsAUsageError() {
        Run run = Run.of("bench", "--set", "kafka.no.such.key=1", "--set", "no.such.key=1", "--out", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors()).first().asString().contains("no.such.key");
    }

    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("portolan-bench-"))
                    .sorted()
                    .toList();
        }
    }
}
