package io.portolan.app.job;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.http.HttpService;
import io.portolan.app.http.Web;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One of several instances of a job, with its server, as the command {@code run} puts them together. */
record HttpInstance(HttpService http, Job job, PortolanConfig config) implements AutoCloseable {

    static HttpInstance start(ClusterHarness cluster, Path state, Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(more);
        keys.put("kafka.state.dir", state.toString());
        keys.put("http.port", "0");
        PortolanConfig config = cluster.with(keys);
        HttpService http = HttpService.start(config.http(), config.applicationId());
        Job job = Job.start(config, Optional.of(http.address()));
        http.serve(config, job);
        return new HttpInstance(http, job, config);
    }

    Web web() {
        return Web.of(http, config);
    }

    /** Takes it away as SIGTERM would. */
    void stop() {
        http.stopping();
        job.close();
        http.close();
    }

    @Override
    public void close() {
        stop();
    }
}
