package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.FlowBuilder;
import io.portolan.judge.Judge;
import io.portolan.judge.Rules;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.label.RegistryVersion;
import io.portolan.schema.PortRange;
import io.portolan.topology.Origin.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Response;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Result;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterHandlerTest {
    private static final Origin ORIGIN = Origin.of(new Place("flows", 3, 42), text("key"), text("value"), headers());

    private final DeadLetterHandler handler = new DeadLetterHandler();

    @BeforeEach
    void configure() {
        handler.configure(Map.of(DeadLetterQueue.CONFIG, new DeadLetterQueue("dead", new JobCounters())));
    }

    @Test
    void aFlowOfABatchThatFailsBehindTheJudgeIsALetterOfItsOwnRecord() throws Exception {
        JudgedFlow judged = judged();

        Response response = handler.handleError(
                ofBatch(), new Record<>(text("key"), judged, 1L), new IllegalStateException("torn"));

        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(text("key"));
            assertThat(letter.value()).isEqualTo(text("value"));
            assertThat(letter.headers().lastHeader(DeadLetterQueue.OFFSET).value())
                    .isEqualTo(text("42"));
        });
    }

    @Test
    void aFailureOfABatchAsAWholeStopsTheThreadSoThatNothingOfItIsLost() {
        Response response = handler.handleError(
                ofBatch(), new Record<>(null, new ClockMark(1), 1L), new IllegalStateException("torn"));

        assertThat(response.result()).isEqualTo(Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void aRecordThatCameByItselfIsALetterOfWhatWasRead() {
        ErrorHandlerContext context = context(headers(), text("read"));

        Response response =
                handler.handleError(context, new Record<>(null, "anything", 1L), new IllegalStateException("torn"));

        assertThat(response.deadLetterQueueRecords())
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).isEqualTo(text("read")));
    }

    private static ErrorHandlerContext ofBatch() {
        return context(new InputBatch(List.of(ORIGIN.record())).asRecord().headers(), null);
    }

    private static ErrorHandlerContext context(Headers headers, byte[] value) {
        return new DefaultErrorHandlerContext(null, "flows", 3, 42, headers, "sight", new TaskId(0, 3), 1, null, value);
    }

    private static JudgedFlow judged() throws Exception {
        Label none = Label.unlisted(PortRange.NONE);
        LabelledFlow labelled = new LabelledFlow(
                new FlowBuilder("test")
                        .addresses("192.0.2.1", "192.0.2.2")
                        .times(1_700_000_000_000L, 1_700_000_000_000L)
                        .build(),
                null,
                none,
                none,
                new RegistryVersion(Optional.empty()));
        return new JudgedFlow(
                new LabelledRead(ORIGIN, labelled), new Judge(() -> new Rules(List.of())).judge(labelled));
    }

    private static Headers headers() {
        return new RecordHeaders().add("site", text("harbour"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
