package io.portolan.app.bench.contender;

import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/** One of Portolan's own: a program that reads every flow log and writes a record for each. */
public enum Contender implements Entrant {
    FLOOR("floor", "consumer to producer, bytes, without Kafka Streams") {
        @Override
        Running start(Setup setup) {
            return Floor.start(setup);
        }
    },
    PASS_THROUGH("pass-through", "Kafka Streams from topic to topic, bytes") {
        @Override
        Running start(Setup setup) {
            return RunningStreams.start(setup, PassThrough.topology(setup.config()));
        }
    },
    OBVIOUS_ROCKSDB("obvious-rocksdb", "GlobalKTable in RocksDB, specific records, two joins") {
        @Override
        Running start(Setup setup) {
            return RunningStreams.start(setup, new ObviousDesign(setup.config()).topology(Store.ROCKSDB));
        }

        @Override
        public double share() {
            return SHARE_OF_THE_SLOW;
        }
    },
    OBVIOUS_MEMORY("obvious-memory", "the same with the table in memory") {
        @Override
        Running start(Setup setup) {
            return RunningStreams.start(setup, new ObviousDesign(setup.config()).topology(Store.MEMORY));
        }

        @Override
        public double share() {
            return SHARE_OF_THE_SLOW;
        }
    },
    PORTOLAN("portolan", "the job, at least once") {
        @Override
        Running start(Setup setup) {
            return RunningJob.start(setup);
        }
    },
    PORTOLAN_EXACTLY_ONCE("portolan-exactly-once", "the job as it is by default, exactly once") {
        @Override
        Running start(Setup setup) {
            return RunningJob.start(setup);
        }

        @Override
        public Map<String, String> keys() {
            return Map.of(GUARANTEE, StreamsConfig.EXACTLY_ONCE_V2);
        }
    };

    private static final double SHARE_OF_THE_SLOW = 1.0 / 3;

    private final String text;
    private final String description;

    Contender(String text, String description) {
        this.text = text;
        this.description = description;
    }

    /** The contender of a name. */
    public static Contender named(String name) {
        return Arrays.stream(values())
                .filter(contender -> contender.text.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no contender " + name));
    }

    @Override
    public String text() {
        return text;
    }

    /** What it is, for the one who reads the table. */
    public String description() {
        return description;
    }

    /** Starts it in this process. */
    abstract Running start(Setup setup);

    /** Where the obvious design keeps its table. */
    enum Store {
        ROCKSDB,
        MEMORY
    }
}
