package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.wire.NotARegistryException;
import io.portolan.wire.RegistryUnavailableException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aFaultIsToldByWhatIsBehindIt(String situation, Throwable fault, boolean ofTheRecord, boolean passing) {
        assertThat(Faults.isOfTheRecord(fault)).isEqualTo(ofTheRecord);
        assertThat(Faults.isPassing(fault)).isEqualTo(passing);
    }

    static Stream<Arguments> aFaultIsToldByWhatIsBehindIt() {
        return Stream.of(
                Arguments.of(
                        "a record that is torn", new SerializationException("torn", new EOFException()), true, false),
                Arguments.of("a bug", new IllegalStateException("bug"), true, false),
                Arguments.of("another input or output", new IOException("odd"), true, false),
                Arguments.of(
                        "a registry that is away",
                        new SerializationException("no id", new ConnectException("refused")),
                        false,
                        true),
                Arguments.of("a broker that is slow", new StreamsException(new TimeoutException("slow")), false, true),
                Arguments.of("a flow that its topic does not take", new RecordTooLargeException("large"), true, false),
                Arguments.of(
                        "a transaction that cannot be gone on with, as the topic of another record did not take it",
                        new StreamsException(
                                "Error encountered trying to send record to topic a",
                                new KafkaException("in an error state", new RecordTooLargeException("large"))),
                        false,
                        false),
                Arguments.of(
                        "a transaction that the broker knows nothing of, as it was killed",
                        new StreamsException(
                                "Error encountered trying to commit a transaction",
                                new InvalidTxnStateException("invalid state")),
                        false,
                        true),
                Arguments.of(
                        "a producer that another has taken the place of",
                        new StreamsException(new InvalidProducerEpochException("old epoch")),
                        false,
                        true),
                Arguments.of(
                        "a record that does not follow the last one that the broker has of this producer",
                        new StreamsException(new OutOfOrderSequenceException("out of order")),
                        false,
                        true),
                Arguments.of(
                        "a transaction that can only be aborted",
                        new StreamsException(new TransactionAbortableException("abort")),
                        false,
                        true),
                Arguments.of("a password that is wrong", new AuthenticationException("no"), false, false),
                Arguments.of(
                        "a right that is missing",
                        new StreamsException(new AuthorizationException("no")),
                        false,
                        false),
                Arguments.of("a class that cannot be used", new InvalidConfigurationException("no"), false, false),
                Arguments.of(
                        "a page in the place of the registry's answer",
                        new NotARegistryException("a page", null),
                        false,
                        true));
    }

    @Test
    void theRootIsTheInnermostCause() {
        Exception root = new EOFException();

        assertThat(Faults.root(new StreamsException(new SerializationException("torn", root))))
                .isSameAs(root);
        assertThat(Faults.root(root)).isSameAs(root);
    }

    @Test
    void ofARegistryThatIsAwayItsAddressIsTold() {
        Exception away = new RegistryUnavailableException(
                "No schema registry answers at http://192.0.2.1:8081", new ConnectException("Connection refused"));
        Exception fault = new StreamsException("in a task", away);

        assertThat(Faults.root(fault)).isSameAs(away);
        assertThat(Faults.told(fault))
                .isEqualTo("RegistryUnavailableException: No schema registry answers at http://192.0.2.1:8081");
    }
}
