package io.portolan.app.bench;

import io.portolan.app.bench.contender.Beside;
import io.portolan.app.bench.contender.Contender;
import io.portolan.app.bench.contender.ContenderProcess;
import io.portolan.app.bench.contender.Entrant;
import io.portolan.app.config.PortolanConfig;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * Starts the processes of an entrant.
 *
 * @param cluster that they work on
 * @param folder of their state, logs and recordings
 * @param children who can end them all
 */
record Launch(BenchCluster cluster, BenchFolder folder, Children children) {
    private static final int FIRST = 1;

    /**
     * So many of them, which share the work.
     *
     * @param id of the run
     */
    Instances start(Entrant entrant, String id, int instances) throws IOException {
        List<Instance> started = new ArrayList<>();
        for (int number : IntStream.rangeClosed(FIRST, instances).toArray()) {
            Map<String, String> keys =
                    cluster.keys(entrant, id, folder.path(state(id)).resolve(name(id, number)));
            started.add(
                    entrant instanceof Beside beside
                            ? watched(beside, keys, id, number)
                            : asked((Contender) entrant, keys, id, number));
        }
        return new Instances(started);
    }

    /** Where the first instance has recorded. A file for each: two that write one would leave neither. */
    Path recorded(String id) {
        return recorded(id, FIRST);
    }

    /** Takes away what the instances have kept. */
    void deleteState(String id) {
        folder.delete(state(id));
    }

    private Instance asked(Contender contender, Map<String, String> keys, String id, int number) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(contender.text(), recorded(id, number).toString()));
        keys.forEach((key, value) -> arguments.add(key + "=" + value));
        return new AskedInstance(children.start(ContenderProcess.class, arguments, log(id, number)));
    }

    private Instance watched(Beside beside, Map<String, String> keys, String id, int number) throws IOException {
        Path properties = folder.path(name(id, number) + ".properties");
        store(keys, properties);
        Path log = log(id, number);
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", beside.command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Beside.environment(new PortolanConfig(keys), properties, JavaCommand.options(), number));
        return new WatchedInstance(children.start(builder, beside.text(), log));
    }

    private static void store(Map<String, String> keys, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(keys);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    private Path log(String id, int number) {
        return folder.path(name(id, number) + ".log");
    }

    private Path recorded(String id, int number) {
        return folder.path(name(id, number) + ".jfr");
    }

    private static String state(String id) {
        return "state-" + id;
    }

    private static String name(String id, int number) {
        return id + "-" + number;
    }
}
