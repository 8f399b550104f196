package io.portolan.app.replay;

import io.portolan.app.config.PortolanConfig;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.LogRecords;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;

/** Writes the records of logs of one format to a topic, in their order. */
public final class LogReplay {
    private final TopicWriter writer;
    private final UnaryOperator<byte[]> onTheWire;
    private final Pacer pacer;

    /** Opens the records of a log. */
    @FunctionalInterface
    public interface Opener {
        LogRecords open() throws IOException;
    }

    public LogReplay(PortolanConfig config, FlowFormat format, TopicWriter writer, Pacer pacer) {
        this.writer = writer;
        this.onTheWire = WireForm.of(format, config, writer.topic());
        this.pacer = pacer;
    }

    /**
     * Writes all records and returns how many, when all are acknowledged; stops before its end if the pacer says so.
     *
     * @param name what messages call the log
     * @throws IOException if the log cannot be read, or not to its end; what was read before is written
     * @throws KafkaException if a record cannot be written
     */
    public long replay(String name, Opener opener) throws IOException {
        long read = 0;
        try (LogRecords records = opener.open()) {
            for (Optional<byte[]> next = records.next(); next.isPresent(); next = records.next()) {
                if (!pacer.await(next.get())) {
                    break;
                }
                read++;
                writer.write(onTheWire.apply(next.get()), new Place(name, read));
            }
        } catch (IOException e) {
            writer.awaitAll();
            throw new IOException(name + (read == 0 ? "" : ", after record " + read) + ": " + e.getMessage(), e);
        }
        writer.awaitAll();
        return read;
    }
}
