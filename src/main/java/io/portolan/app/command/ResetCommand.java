package io.portolan.app.command;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.reset.JobReset;
import io.portolan.app.reset.LocalState;
import io.portolan.app.reset.ReplayFrom;
import io.portolan.app.reset.ResetPlan;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan reset}: a job that has stopped begins again. */
@Command(
        name = "reset",
        description = {
            "Let a job that has stopped read its inputs again: from their start, a time or an offset. The stories that it"
                    + " knows are forgotten; what it has written stays.",
            "Shows what it would do, and does it only with --yes. Refused while an instance of the job runs."
        })
public final class ResetCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    /** Where to begin; the start if nothing is said. */
    static final class Place {
        @Option(
                names = "--to-datetime",
                paramLabel = "TIME",
                description = "Begin with what arrived at this time or later, for example 2026-11-23T08:00:00Z.")
        private @Nullable String time;

        @Option(
                names = "--to-offset",
                paramLabel = "OFFSET",
                description = "Begin at this offset in each partition of each input, or the nearest that there is.")
        private @Nullable Long offset;

        @Option(names = "--keep-offsets", description = "Leave the inputs where they are, and only forget the stories.")
        private boolean kept;
    }

    @ArgGroup
    private @Nullable Place place;

    @Option(
            names = "--local-state",
            description = "Only delete the state on this machine: for each other machine that an instance ran on.")
    private boolean localState;

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only show what would be done, as without --yes.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ReplayFrom from = from();
        checkOptions();
        PortolanConfig config = cluster.config();
        PrintWriter out = spec.commandLine().getOut();
        if (localState) {
            local(LocalState.of(config), out);
        } else {
            reset(config, from, out);
        }
        if (!yes) {
            out.println("Nothing is done yet. Run it again with --yes to do it.");
        }
        out.flush();
        return 0;
    }

    private void reset(PortolanConfig config, ReplayFrom from, PrintWriter out) {
        try (JobReset reset = new JobReset(config)) {
            ResetPlan plan = reset.plan(from);
            new ResetText(config, plan).print(out);
            out.flush();
            if (yes) {
                reset.run(plan);
                out.println("Done: the next start of the job begins there.");
            }
        }
    }

    private void local(LocalState state, PrintWriter out) {
        out.println(ResetText.local(state));
        if (yes) {
            state.delete();
            out.println("Done.");
        }
    }

    private void checkOptions() {
        if (yes && dryRun) {
            throw new ParameterException(spec.commandLine(), "--yes and --dry-run do not go together");
        }
        if (localState && place != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--local-state moves no offsets: leave out --to-datetime, --to-offset and --keep-offsets");
        }
    }

    private ReplayFrom from() {
        if (place != null && place.offset != null) {
            if (place.offset < 0) {
                throw new ParameterException(spec.commandLine(), "--to-offset is 0 or more, not " + place.offset);
            }
            return new ReplayFrom.Offset(place.offset);
        }
        if (place != null && place.kept) {
            return new ReplayFrom.Committed();
        }
        return place != null && place.time != null ? new ReplayFrom.Time(instant(place.time)) : new ReplayFrom.Start();
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--to-datetime is a time in UTC such as 2026-11-23T08:00:00Z, not " + text);
        }
    }
}
