package io.portolan.app.command;

import io.portolan.app.http.HealthClient;
import io.portolan.app.http.HealthClient.Answer;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portolan health}: the health check of a container, which has nothing else that speaks HTTP. */
@Command(
        name = "health",
        description = {
            "Ask the job that runs on this machine with this configuration whether its process may go on.",
            "Exit code 0 if it may, 1 if not or if nothing answers."
        })
public final class HealthCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster;

    @Option(names = "--ready", description = "Ask whether it works: it has joined its group and has a port registry.")
    private boolean ready;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        HealthClient client = new HealthClient(cluster.config().http());
        Answer answer = ready ? client.ready() : client.live();
        spec.commandLine().getOut().println(answer.body());
        return answer.isWell() ? 0 : 1;
    }
}
