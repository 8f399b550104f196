package io.portolan.app.demo;

import io.portolan.app.log.LogFile;
import io.portolan.app.replay.LogReplay;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.format.FlowFormats;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A log that the demo replays.
 *
 * @param name of its topic and input
 * @param title what it is called on the screen
 * @param format what its records look like
 * @param opener opens it
 */
public record DemoLog(String name, String title, FlowFormat format, LogReplay.Opener opener) {

    private static final Flushable NOTHING_TO_FLUSH = () -> {};

    /** The logs that come with the program. */
    public static List<DemoLog> bundled() {
        return List.of(bundled("zeek-conn"), bundled("aws-vpc"));
    }

    /**
     * The user's own, one after the other through one topic.
     *
     * @throws IOException if one of them cannot be opened
     */
    public static List<DemoLog> of(List<String> files, FlowFormat format) throws IOException {
        List<DemoLog> logs = new ArrayList<>();
        for (String file : files) {
            LogFile log = new LogFile(file);
            log.check();
            logs.add(new DemoLog(
                    format.name(), log.name(), format, () -> format.file().open(log.open(NOTHING_TO_FLUSH))));
        }
        return List.copyOf(logs);
    }

    private static DemoLog bundled(String format) {
        String resource = "/demo/" + format + ".log";
        FlowFormat of = FlowFormats.named(format);
        return new DemoLog(format, "bundled " + format + ".log", of, () -> {
            InputStream in = Objects.requireNonNull(DemoLog.class.getResourceAsStream(resource), resource);
            return of.file().open(in);
        });
    }
}
