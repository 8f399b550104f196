package io.portolan.app.bench.contender;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.logging.ProcessLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A contender in a process of its own. Every line of standard input makes it note what it has cost, or record where its threads
 * are; at the end of that it ends, and tells the notes in one line of JSON on standard output. So it also ends when who
 * started it is gone.
 */
public final class ContenderProcess {
    /** Makes Java ready to record, before the note: later that would throw away what was compiled. */
    public static final String PREPARE = "prepare";

    /** Begins to record, before the note. */
    public static final String RECORD = "record";

    private ContenderProcess() {}

    /**
     * What it tells at its end.
     *
     * @param contender its name
     * @param notes one a line of standard input
     */
    public record Report(String contender, List<Cost> notes) {}

    /**
     * Runs a contender.
     *
     * @param arguments its name, the file for a recording, then the keys of the configuration as {@code key=value}
     */
    public static void main(String[] arguments) throws IOException {
        ProcessLog.expectTemporaryState();
        Contender contender = Contender.named(arguments[0]);
        Running running = contender.start(new Setup(config(arguments), ContenderProcess::fail));
        List<Cost> notes = take(Path.of(arguments[1]));
        running.close();
        System.out.println(new ObjectMapper().writeValueAsString(new Report(contender.text(), notes)));
        System.exit(0);
    }

    private static PortolanConfig config(String[] arguments) {
        Function<String, Integer> middle = pair -> pair.indexOf('=');
        return new PortolanConfig(Arrays.stream(arguments)
                .skip(2)
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, middle.apply(pair)),
                        pair -> pair.substring(middle.apply(pair) + 1))));
    }

    private static List<Cost> take(Path recorded) throws IOException {
        List<Cost> notes = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (SampledThreads sampled = new SampledThreads(recorded)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (line) {
                    case PREPARE -> sampled.prepare();
                    case RECORD -> sampled.start();
                    default -> {
                        // To be noted only.
                    }
                }
                notes.add(Cost.now());
            }
        }
        return notes;
    }

    private static void fail(Throwable fault) {
        fault.printStackTrace();
        Runtime.getRuntime().halt(1);
    }
}
