package io.portolan.app.http;

import io.portolan.app.cluster.Backlog;
import io.portolan.app.config.HttpSettings;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.job.Job;
import io.portolan.app.query.ClusterState;
import io.portolan.app.query.InstanceClient;
import io.portolan.app.query.StateAwayException;
import io.portolan.app.query.StatefulTasks;
import io.portolan.app.query.StreamsMembers;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a job answers on HTTP. It answers before there is a job, that it is alive and not ready. */
public final class HttpService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

    private final HttpSettings settings;
    private final JobHolder holder = new JobHolder();
    private final Site site;
    private final WebServer server;
    private final InstanceClient client;
    private @Nullable Backlog backlog;

    private HttpService(HttpSettings settings, String applicationId) {
        this.settings = settings;
        this.client = new InstanceClient(settings.token(), Tls.client(settings.tls()));
        this.site = new Site(holder, applicationId);
        this.server = WebServer.start(settings, site);
    }

    /**
     * Starts to listen.
     *
     * @param applicationId name of the job on the cluster
     * @throws ConfigException if the address cannot be used; names the keys
     */
    public static HttpService start(HttpSettings settings, String applicationId) {
        HttpService service = new HttpService(settings, applicationId);
        if (!settings.isLoopback()
                && settings.token().isPresent()
                && !settings.tls().isPresent()) {
            LOG.warn("The token comes in clear text over the network: there is no http.tls.certificate.path");
        }
        return service;
    }

    /** Address of the page, as a browser on this machine has it. */
    public URI url() {
        String host = isEvery(settings.host()) ? "localhost" : settings.host();
        return URI.create(
                (settings.tls().isPresent() ? "https://" : "http://") + bracketed(host) + ":" + server.port() + "/");
    }

    /** Where the other instances of the job reach this one. */
    public HostInfo address() {
        return settings.advertised().orElseGet(() -> new HostInfo(bracketed(reachable()), server.port()));
    }

    /** From now on questions go to this job. */
    public void serve(PortolanConfig config, Job job) {
        StatefulTasks tasks = new StatefulTasks(job.description());
        Backlog reads = new Backlog(config, tasks.allTopics());
        backlog = reads;
        StreamsMembers members = new StreamsMembers(job.streams(), address(), () -> all(tasks, reads));
        holder.set(new Served(members.self(), job, job.state(), new ClusterState(members, client), reads));
    }

    /** From now on this instance is not ready, because it is about to end. */
    public void stopping() {
        holder.stop();
    }

    @Override
    public void close() {
        holder.stop();
        site.close();
        server.close();
        if (backlog != null) {
            backlog.close();
        }
    }

    private static Set<String> all(StatefulTasks tasks, Backlog reads) {
        try {
            return tasks.of(reads.partitions());
        } catch (KafkaException e) {
            throw new StateAwayException("the cluster does not say which tasks there are: " + e.getMessage(), e);
        }
    }

    /** Every address is none that others can call, so they are given the one that this machine has for its name. */
    private String reachable() {
        try {
            return isEvery(settings.host()) ? InetAddress.getLocalHost().getHostAddress() : settings.host();
        } catch (UnknownHostException e) {
            throw new ConfigException("http.advertised.address: this machine has no address for its own name;"
                    + " set the host:port at which the other instances reach it");
        }
    }

    private static boolean isEvery(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
