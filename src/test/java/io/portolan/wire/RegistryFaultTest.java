package io.portolan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryFaultTest {
    /** The failures of Confluent's serdes: some are wrapped into a SerializationException, some come as they are. */
    static Stream<RuntimeException> registryFaults() {
        return Stream.of(
                new SerializationException("retrieving", new ConnectException("Connection refused")),
                new SerializationException("retrieving", new UnknownHostException("registry")),
                new TimeoutException("retrieving", new SocketTimeoutException("Read timed out")),
                new DisconnectException("502"),
                new AuthenticationException("401"),
                new RegistryUnavailableException("away", null));
    }

    @ParameterizedTest
    @MethodSource("registryFaults")
    void theRegistryIsBehindThese(RuntimeException failure) {
        assertThat(RegistryFault.isBehind(failure)).isTrue();
        assertThat(RegistryFault.isBehind(new IllegalStateException("task failed", failure)))
                .isTrue();
    }

    @Test
    void aBadRecordIsNotTheRegistrysFault() {
        assertThat(RegistryFault.isBehind(new SerializationException("reading", new EOFException())))
                .isFalse();
        assertThat(RegistryFault.isBehind(UnframedValueException.of(new byte[] {1, 2, 3})))
                .isFalse();
        assertThat(RegistryFault.isBehind(new SerializationException(
                        "unknown id", new SchemaRegistryException("Schema 9 not found", 404, 40403))))
                .isFalse();
        assertThat(RegistryFault.isBehind(null)).isFalse();
    }
}
