package io.portolan.app.command;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.deadletters.DeadLetters;
import io.portolan.app.deadletters.Letter;
import io.portolan.app.deadletters.LetterFilter;
import io.portolan.app.deadletters.LetterId;
import io.portolan.app.deadletters.LetterReplay;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portolan dead-letters}: what could not be read, and the way back. */
@Command(
        name = "dead-letters",
        description = {
            "List the records that could not be read by what is wrong with them, show one, or send them back to their"
                    + " source topics after the fault is mended.",
            "Each is sent back exactly once; one that fails again becomes a new dead letter."
        })
public final class DeadLettersCommand implements Callable<Integer> {
    private static final int BATCH = 500;

    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--show",
            paramLabel = "LETTER",
            description = "Show this one as a whole: PARTITION:OFFSET of the dead-letter topic, as in the list.")
    private @Nullable String shown;

    @Option(names = "--replay", description = "Send back what the list shows.")
    private boolean replay;

    @Option(names = "--dry-run", description = "With --replay: say what would be sent back, and send nothing.")
    private boolean dryRun;

    @Option(
            names = "--cause",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only those whose cause has this text in it.")
    private String cause;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            defaultValue = "",
            description = "Only those whose record came from this topic.")
    private String topic;

    @Option(names = "--all", description = "List those that were sent back already, too.")
    private boolean all;

    @Parameters(
            paramLabel = "LETTER",
            arity = "0..*",
            description = "Only these, each PARTITION:OFFSET of the dead-letter topic; default: all.")
    private List<String> letters = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        checkOptions();
        PortolanConfig config = cluster.config();
        LetterFilter filter =
                new LetterFilter(letters.stream().map(this::id).collect(Collectors.toSet()), cause, topic);
        PrintWriter out = spec.commandLine().getOut();
        if (shown != null) {
            LetterId id = id(shown);
            DeadLetters.find(config, id)
                    .ifPresentOrElse(letter -> LetterText.print(letter, out), () -> noSuchLetter(id));
        } else if (dryRun) {
            tell(count(LetterReplay.pending(config, filter)), "would go back", out);
        } else if (replay) {
            try (LetterReplay running = LetterReplay.begin(config, BATCH)) {
                tell(running.run(filter), "went back", out);
            }
        } else {
            LetterList.print(DeadLetters.list(config).stream().filter(filter).toList(), all, out);
        }
        out.flush();
        return 0;
    }

    private void checkOptions() {
        if (dryRun && !replay) {
            throw new ParameterException(spec.commandLine(), "--dry-run goes with --replay");
        }
        if (replay && all) {
            throw new ParameterException(
                    spec.commandLine(), "--replay does not go with --all: what was sent back once is not sent again");
        }
        if (shown != null && (replay || all || !letters.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--show goes alone");
        }
    }

    private static void noSuchLetter(LetterId id) {
        throw new Failure("there is no dead letter at " + id + "; list them with: portolan dead-letters --all");
    }

    private static Map<String, Long> count(List<Letter> letters) {
        Map<String, Long> counts = new TreeMap<>();
        letters.forEach(letter -> counts.merge(letter.source().orElseThrow().topic(), 1L, Long::sum));
        return counts;
    }

    private static void tell(Map<String, Long> counts, String what, PrintWriter out) {
        if (counts.isEmpty()) {
            out.println("Nothing " + what + ".");
        }
        counts.forEach((to, count) ->
                out.println(count + (count == 1 ? " record " : " records ") + what + " to topic " + to + "."));
    }

    private LetterId id(String text) {
        try {
            return LetterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
