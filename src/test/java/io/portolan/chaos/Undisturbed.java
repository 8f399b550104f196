package io.portolan.chaos;

import static org.awaitility.Awaitility.await;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.job.Brokers;
import io.portolan.app.job.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/** What a script comes to when nothing goes wrong: what every other run of it is held against. */
final class Undisturbed {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Undisturbed() {}

    /** Runs it on a broker of its own. */
    static Written run(Path folder, FlowScript script) throws Exception {
        Path own = Files.createDirectories(folder.resolve("undisturbed"));
        BrokerOptions options = BrokerOptions.defaults().withDirectory(own.resolve("broker"));
        try (World world = World.on(Brokers.inProcess(options), own, "zeek-conn");
                Job job = Job.start(world.cluster().config())) {
            job.awaitRunning();
            world.feeder().feed(script, 0, script.records());
            world.settle(PATIENCE);
            awaitStages(world);
            world.feeder().end(script);
            world.settle(PATIENCE);
            awaitStages(world);
            return Written.read(world.cluster().config());
        }
    }

    /** Waits until the stages behind the first have read all that there is for them. */
    static void awaitStages(World world) {
        try (Admin admin = Admin.create(world.cluster().config().kafkaClient())) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .during(Duration.ofSeconds(2))
                    .until(() -> Lag.of(admin, "portolan") == 0);
        }
    }
}
