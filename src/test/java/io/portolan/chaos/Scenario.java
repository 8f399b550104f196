package io.portolan.chaos;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the suite does to the job; docs/reliability.md has a row for each. */
public enum Scenario {
    KILLS_OF_ONE(
            "KillTest",
            "The only instance is killed (SIGKILL) at random moments and started again, while flows and registry come"),
    KILLS_OF_TWO("KillTest", "One of two instances is killed, likewise"),
    JOB_PAUSED(
            "BrokerFaultTest",
            "An instance is stopped (SIGSTOP) until the other has taken its work over, and goes on in the belief that it is still its own"),
    BROKERS_RESTARTED(
            "BrokerFaultTest", "Of three brokers each in turn is stopped (SIGTERM) under load and started again"),
    BROKER_PAUSED(
            "BrokerFaultTest", "The broker is stopped (SIGSTOP) for longer than sessions and transactions may last"),
    ONE_OF_THREE_BROKERS(
            "BrokerFaultTest",
            "Of three brokers each in turn is killed (SIGKILL), its leaders move, and it comes back"),
    DISK_FULL(
            "FullDiskTest",
            "One of three brokers runs out of disk under load and ends itself; it is given room and started again"),
    TOPIC_RECREATED(
            "RecreatedTopicTest",
            "An input, an output or a topic between stages is deleted and created again: the job ends and names it"),
    SCHEMA_REGISTRY_FAULTS(
            "SchemaRegistryFaultTest",
            "The schema registry is away at the start; refuses a schema of the job as incompatible (409), which ends the job; then is away, slow,"
                    + " answering 500, a page, other JSON, or fields of wrong types while flows come in schemas that the job has to ask"
                    + " for; then has an id whose schema cannot be read as a flow"),
    DAMAGED_RECORDS(
            "BadInputTest",
            "Records of every format, damaged at random, through one job of all formats; its heap is 300 MiB"),
    ODD_RECORDS(
            "OddRecordsTest",
            "Records of 1 MB and of none, without value or key, with a wrong magic byte, an unknown schema, a schema of something else,"
                    + " headers of megabytes, and flows of the year 9999, before 1970, of one moment, and days out of order"),
    REGISTRY_TOPIC(
            "RegistryTopicTest",
            "The port registry is loaded again and again under load, with garbage, with 100,000 entries, and taken away"),
    SLOW_READER(
            "SlowReaderTest",
            "One reads the enriched flows at a twentieth of the rate and one stands still in the middle of a fetch session, while the job goes on"),
    MANY_SERVERS(
            "ManyServersTest",
            "Distinct servers on a watched port within 40 minutes of event time, whose stories all end at once hours later; the job's heap"
                    + " is 300 MiB"),
    SOAK(
            "SoakTest",
            "A steady rate for long, with a heap of 300 MiB, then ten times as much; memory is that of the whole process");

    private final String test;
    private final String text;

    Scenario(String test, String text) {
        this.test = test;
        this.text = text;
    }

    /** The class that runs it. */
    public String test() {
        return test;
    }

    /** What happens, for a reader. */
    public String text() {
        return text;
    }

    /** Keeps that it held, with the figures of the ledger and others, if results are kept. */
    void passed(Balance balance, Map<String, ?> more) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("records", balance.records());
        figures.put("enriched flows", balance.flows());
        figures.put("dead letters", balance.letters());
        figures.put("lost", balance.lost());
        figures.put("doubled", balance.doubled());
        figures.putAll(new TreeMap<>(more));
        Results.keep(this, figures);
    }

    /** As above, of what has no ledger. */
    void passed(Map<String, ?> figures) {
        Results.keep(this, new TreeMap<>(figures));
    }
}
