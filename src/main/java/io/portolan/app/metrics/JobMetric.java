package io.portolan.app.metrics;

import java.util.List;

/**
 * The job's own figures, each defined once: the exposition has its help text from here, and docs/metrics.md its table. A
 * name ends as Prometheus wants it, {@code _total} for what only grows, otherwise the unit.
 */
public enum JobMetric {
    RECORDS_READ(
            "portolan_records_read_total",
            "topic",
            "Records read from an input, whatever they hold.",
            "Standing still while the lag grows, the job hangs; both standing still, nothing is written to the topic."),
    FLOWS(
            "portolan_flows_total",
            "topic verdict",
            "Flows written with their labels, by the input they came from and the verdict; every verdict but NONE is of a flow on"
                    + " a watched port.",
            "A jump of SESSION, PROBE or UNCERTAIN is what the alerts tell of; of COINCIDENCE alone it is chance."),
    RECORDS_WITHOUT_FLOW(
            "portolan_records_without_flow_total",
            "reason",
            "Records, or parts of records, that are sound and report no flow, by what they are instead; from the 65th reason on"
                    + " the reason is other.",
            "If they are most of an input, the wrong log is sent to its topic."),
    DEAD_LETTERS(
            "portolan_dead_letters_total",
            "topic cause",
            "Records, or flows of records, sent to the dead-letter topic, by the topic they were read from and the cause:"
                    + " UNREADABLE, TOO_LARGE or FAILED.",
            "Rising, a source has changed its format or its fields: portolan dead-letters lists the causes. FAILED is a fault of"
                    + " the job."),
    ALERTS(
            "portolan_alerts_total",
            "severity kind phase",
            "Alerts written, by severity, kind of story (SERVER or SCAN) and place in it (OPENED, UPDATED or CLOSED).",
            "OPENED counts stories; if it rises by far more than people can look at, a rule needs a filter."),
    STORIES_OPEN(
            "portolan_stories_open",
            "kind",
            "Stories that an alert has told of and no last one has ended, in the tasks of this instance.",
            "It falls when event time moves on; growing without end, flows come that never let a story be quiet."),
    EVENT_TIME(
            "portolan_event_time_seconds",
            "topic",
            "End of the newest flow written, in seconds since 1970-01-01; absent before the first.",
            "Standing still, no flow comes from that input."),
    EVENT_TIME_LAG(
            "portolan_event_time_lag_seconds",
            "topic",
            "Time of day less the end of the newest flow written, in seconds; absent before the first flow.",
            "A replay of an old log shows its age. Otherwise: rising with the lag in records, the job is too slow; rising without,"
                    + " the source is silent or late."),
    INPUT_LAG(
            "portolan_input_lag_records",
            "topic",
            "Records of an input that are committed by their writer and not yet read, in the partitions of this instance.",
            "Rising for minutes, the job is slower than its input: add threads or instances, up to one thread a partition."),
    REGISTRY_ENTRIES(
            "portolan_registry_entries",
            "",
            "Entries of the port registry that are loaded, one a port and transport.",
            "Zero, no registry was loaded and nothing has a service: portolan registry load."),
    REGISTRY_UNREADABLE(
            "portolan_registry_entries_unreadable_total",
            "",
            "How often an entry of the port registry could not be read when a port was looked up; it counts as not listed.",
            "Rising, somebody else writes to the registry's topic, or its schema is gone: load the registry again."),
    REGISTRY_INFO(
            "portolan_registry_info",
            "version",
            "Always 1: the version of the port registry that is loaded, the newest date in it.",
            "Instances that differ for longer than seconds do not read the same topic."),
    REGISTRY_VERSION_TIME(
            "portolan_registry_version_timestamp_seconds",
            "",
            "Date of that version, 00:00 UTC, in seconds since 1970-01-01.",
            "time() less this is the age of the registry; IANA changes its own every week or so: portolan registry fetch."),
    LABEL_TABLES(
            "portolan_label_table_rebuilds_total",
            "",
            "How often all labels were forgotten and made anew because the registry had changed.",
            "Rising all the time, something writes to the registry's topic without need, and costs throughput."),
    RULES_IN_FORCE(
            "portolan_rules_in_force", "", "Rules in force.", "Zero, no port is watched: look at rules.enabled."),
    FILTERS_IN_FORCE(
            "portolan_filters_in_force",
            "",
            "Filters in force, the site's allow-lists.",
            "Fewer than there are files, the folder is not the one that filters.path names."),
    RULES_REFUSED(
            "portolan_rules_refused",
            "",
            "1 if what stands in the folders of rules and filters was refused and the rules before are in force, otherwise 0.",
            "1, portolan rules check says file, line and cause."),
    RULE_RELOADS(
            "portolan_rules_reloads_total",
            "outcome",
            "Changes of the folders of rules and filters that the job found, by outcome: TAKEN or REFUSED.",
            "A change that does not show here within rules.reload.ms did not reach the folder of this instance."),
    STREAMS_STATE(
            "portolan_streams_state",
            "state",
            "1 for the state that Kafka Streams is in, 0 for every other.",
            "REBALANCING for minutes, stories are restored or members come and go; ERROR, the job has ended."),
    THREADS_ALIVE(
            "portolan_stream_threads_alive",
            "",
            "Threads of Kafka Streams that are alive.",
            "Fewer than configured for longer than a minute, a thread died and was not replaced: look at the log."),
    THREADS_CONFIGURED(
            "portolan_stream_threads_configured",
            "",
            "Threads that the configuration asks for.",
            "What the number alive is held against."),
    THREADS_REPLACED(
            "portolan_stream_threads_replaced_total",
            "",
            "Threads that were replaced after a fault that passes, such as a broker or a schema registry that was away.",
            "Rising again and again, the fault does not pass: the log names it."),
    BUILD_INFO(
            "portolan_build_info",
            "version java kafka",
            "Always 1: the version of Portolan, and those of Java and Kafka Streams that it runs on.",
            "Instances that differ are a deployment that has not come to its end.");

    private static final String COUNTER = "_total";
    private static final String INFO = "_info";

    private final String exposed;
    private final String labels;
    private final String help;
    private final String advice;

    JobMetric(String exposed, String labels, String help, String advice) {
        this.exposed = exposed;
        this.labels = labels;
        this.help = help;
        this.advice = advice;
    }

    /** The name that Prometheus knows. */
    public String exposed() {
        return exposed;
    }

    /** Names of its labels, in the order of their meaning. */
    public List<String> labels() {
        return labels.isEmpty() ? List.of() : List.of(labels.split(" ", 0));
    }

    /** What it says, and in which unit. */
    public String help() {
        return help;
    }

    /** What a rise or a fall means, and what to do. */
    public String advice() {
        return advice;
    }

    /** Whether it only grows, from 0 at the start of the process on. */
    public boolean isCounter() {
        return exposed.endsWith(COUNTER);
    }

    /** Whether its labels are what it says, and its value is always 1. */
    public boolean isInfo() {
        return exposed.endsWith(INFO);
    }
}
