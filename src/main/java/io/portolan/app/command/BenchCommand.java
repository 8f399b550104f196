package io.portolan.app.command;

import io.portolan.app.bench.Bench;
import io.portolan.app.bench.BenchOptions;
import io.portolan.app.bench.BenchPlot;
import io.portolan.app.bench.BenchReport;
import io.portolan.app.bench.Conditions;
import io.portolan.app.bench.Score;
import io.portolan.app.bench.contender.Beside;
import io.portolan.app.bench.contender.Contender;
import io.portolan.app.bench.contender.Entrant;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan bench}: what the job costs, beside programs that only move the records, or label them in another way. */
@Command(
        name = "bench",
        description = {
            "Compare the job with programs that only move the records, and with the obvious design, on a Kafka broker of its"
                    + " own: records a second, and time of the processors a record.",
            "Exit code 0 if it was measured, 1 if it could not be or --fail-above says so, 2 if the command line is wrong."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final long FLOWS = 24_000_000;
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 2;
    private static final List<Contender> QUICK = List.of(Contender.PASS_THROUGH, Contender.PORTOLAN);

    @Option(names = "--quick", description = "The pass-through and the job only, with fewer rounds.")
    private boolean quick;

    @Option(
            names = "--flows",
            paramLabel = "COUNT",
            description =
                    "Flows that are written, and that each contender reads in a round; the obvious design a third of them"
                            + " (default: ${DEFAULT-VALUE}).")
    private long flows = FLOWS;

    @Option(
            names = "--rounds",
            paramLabel = "COUNT",
            description =
                    "Rounds, in each of which every contender runs once; medians are told (default: 5, with --quick 2).")
    private @Nullable Integer rounds;

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            description = "Threads of every contender (default: as many as the job has by default).")
    private @Nullable Integer threads;

    @Option(
            names = "--watched",
            paramLabel = "SHARE",
            defaultValue = "0.001",
            description = "Share of the flows that touch a watched port, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double watched;

    @Option(
            names = "--attributes",
            paramLabel = "BYTES",
            defaultValue = "0",
            description = "Bytes of text that each flow carries beside its fields (default: ${DEFAULT-VALUE}).")
    private int attributes;

    @Option(
            names = "--instances",
            paramLabel = "COUNT",
            defaultValue = "1",
            description = "Instances of every contender, each a process (default: ${DEFAULT-VALUE}).")
    private int instances;

    @Option(
            names = "--restart",
            description =
                    "End every contender in the middle of the flows, start it anew without what it had on disk, and measure"
                            + " from then on.")
    private boolean restart;

    @Option(
            names = "--registry",
            paramLabel = "FILE",
            description = "Port registry, in one of the forms that registry load takes (default: the bundled one).")
    private @Nullable Path registry;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A key of the configuration for all contenders, for example kafka.producer.linger.ms=5; may be"
                            + " repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--beside",
            paramLabel = "NAME=COMMAND",
            description = {
                "One more program to compare with, which a shell starts; may be repeated. PORTOLAN_BENCH_FROM, _TO,"
                        + " _REGISTRY_TOPIC, _BOOTSTRAP_SERVERS, _SCHEMA_REGISTRY_URL, _GROUP, _THREADS and _INSTANCE in"
                        + " its environment say what it has to do, _PROPERTIES is a file with the configuration of the"
                        + " others, and _JAVA_OPTIONS has those of their processes. It is terminated when it has written"
                        + " a record for half of the flows.",
            })
    private List<String> beside = new ArrayList<>();

    @Option(
            names = "--profile",
            description =
                    "Run the pass-through and the job once more and write what their threads are at: profile.json, and a"
                            + " flame graph of each, profile-portolan.svg.")
    private boolean profile;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1274",
            description = "The same seed makes the same flows (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "Where bench.json and bench.svg are written (default: the current folder).")
    private Path out;

    @Option(
            names = "--fail-above",
            paramLabel = "RATIO",
            description =
                    "Exit with 1 if the job takes more than so many times the pass-through's time of the processors, that of"
                            + " Java's compilers left out.")
    private @Nullable Double limit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        BenchOptions options = options();
        Files.createDirectories(out);
        PrintWriter err = spec.commandLine().getErr();
        try (Bench bench = new Bench(options, err::println)) {
            StopSignal signal = StopSignal.end(bench::stop);
            BenchReport report = bench.run();
            signal.ended();
            bench.profiles().write(out);
            return tell(report);
        } catch (CancellationException e) {
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private BenchOptions options() {
        try {
            return new BenchOptions(
                    entrants(),
                    flows,
                    rounds != null ? rounds : quick ? QUICK_ROUNDS : ROUNDS,
                    seed,
                    new Conditions(
                            watched,
                            attributes,
                            threads == null ? OptionalInt.empty() : OptionalInt.of(threads),
                            instances,
                            restart,
                            Optional.ofNullable(registry),
                            settings),
                    profile);
        } catch (IllegalArgumentException | ConfigException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<Entrant> entrants() {
        List<Entrant> entrants = new ArrayList<>(quick ? QUICK : List.of(Contender.values()));
        beside.stream().map(Beside::parse).forEach(entrants::add);
        return entrants;
    }

    private int tell(BenchReport report) throws IOException {
        report.write(out.resolve("bench.json"));
        Files.writeString(out.resolve("bench.svg"), BenchPlot.svg(report));
        new BenchTable(report.scores()).print(spec.commandLine().getOut());
        return verdict(report);
    }

    private int verdict(BenchReport report) {
        Score through = Score.of(report.runs(), Contender.PASS_THROUGH).orElseThrow();
        double ratio = Score.of(report.runs(), Contender.PORTOLAN).orElseThrow().warmTo(through);
        if (limit == null || ratio <= limit) {
            return CommandLine.ExitCode.OK;
        }
        spec.commandLine()
                .getErr()
                .printf(
                        "portolan: the job takes %.2f times the time of the processors that the pass-through takes, without"
                                + " Java's compilers, which is"
                                + " above %.2f (--fail-above)%n",
                        ratio, limit);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
