package io.portolan.app.job;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultPolicyTest {
    private final Throwable away = new StreamsException(
            "stacktrace=...", new SerializationException("no id", new ConnectException("refused at 127.0.0.1:8081")));

    private final List<String> lines = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private Optional<? extends Throwable> behind = Optional.empty();
    private final FaultPolicy policy = policy(Duration.ofMinutes(15));

    @Test
    void aPassingFaultReplacesTheThreadAndIsTold() {
        assertThat(policy.handle(away)).isEqualTo(REPLACE_THREAD);

        assertThat(ended).isEmpty();
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith(
                        "1 fault that should pass has cost a thread: ConnectException: refused at 127.0.0.1:8081; in thread ")
                .contains("next attempt in 1 s");
    }

    @Test
    void aPauseEndsWhenTheJobCloses() throws Exception {
        for (int fault = 0; fault < 4; fault++) {
            now.addAndGet(10);
            policy.close();
            assertThat(policy.handle(away)).isEqualTo(SHUTDOWN_CLIENT);
        }
        assertThat(ended).isEmpty();
    }

    @Test
    void aFaultWithoutPatienceLeftEndsTheJob() {
        assertThat(policy(Duration.ZERO).handle(away)).isEqualTo(SHUTDOWN_CLIENT);

        assertThat(ended)
                .containsExactly(
                        "a fault that should pass has come again for 0 s: ConnectException: refused at 127.0.0.1:8081");
    }

    @Test
    void aRefusalEndsTheJobEvenIfTopicsSeemToBeMissing() {
        behind = Optional.of(new UnknownTopicOrPartitionException("topics are missing"));

        assertThat(policy.handle(new StreamsException(new TopicAuthorizationException("Not authorized: [a]"))))
                .isEqualTo(SHUTDOWN_CLIENT);

        assertThat(ended)
                .containsExactly("the cluster or the schema registry refuses what the job needs:"
                        + " Not authorized: [a]; give the user the rights that docs/security.md lists");
    }

    @Test
    void aTopicThatTakesLessThanItShouldEndsTheJobWithTheWayOut() {
        assertThat(policy.handle(new StreamsException(new RecordTooLargeException("too large"))))
                .isEqualTo(SHUTDOWN_CLIENT);

        assertThat(ended)
                .containsExactly("a topic takes smaller records than topology/topics.yaml says; compare them with:"
                        + " portolan topics: RecordTooLargeException: too large");
    }

    @Test
    void aMissingTopicIsTheFaultBehindOneThatSeemsToPass() {
        behind = Optional.of(new UnknownTopicOrPartitionException("topics are missing"));

        assertThat(policy.handle(away)).isEqualTo(SHUTDOWN_CLIENT);

        assertThat(ended).containsExactly("topics are missing");
    }

    @Test
    void anythingElseEndsTheJobWithItsInnermostCause() {
        assertThat(policy.handle(new StreamsException("task 1_0, stacktrace=...", new IllegalStateException("a bug"))))
                .isEqualTo(SHUTDOWN_CLIENT);

        assertThat(ended).containsExactly("task 1_0: IllegalStateException: a bug");
    }

    @Test
    void theTopicThatARecordWasSentToIsTold() {
        policy.handle(new StreamsException(
                "Error sending to topic a for task 1_0 due to:\nIllegalStateException: torn\nmore",
                new IllegalStateException("torn")));

        assertThat(ended).containsExactly("Error sending to topic a for task 1_0: IllegalStateException: torn");
    }

    @Test
    void theThreadOfTheRegistryCannotBeReplaced() throws Exception {
        CompletableFuture<StreamThreadExceptionResponse> response = new CompletableFuture<>();
        new Thread(() -> response.complete(policy.handle(away)), "portolan-1-GlobalStreamThread").start();

        assertThat(response.get(10, TimeUnit.SECONDS)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(ended)
                .singleElement()
                .asString()
                .startsWith("the port registry cannot be followed any more: ConnectException");
    }

    private FaultPolicy policy(Duration patience) {
        return new FaultPolicy(patience, () -> behind, fault -> ended.add(fault.getMessage()), now::get, lines::add);
    }
}
