package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.UnreadableFlowException;
import io.portolan.schema.StoryKind;
import io.portolan.schema.Verdict;
import io.portolan.topology.JobCounters.Letters;
import java.util.Map;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class JobCountersTest {
    private final JobCounters counters = new JobCounters();

    @Test
    void reasonsThatComeFromRecordsAreBounded() {
        for (int i = 0; i < 1_000; i++) {
            counters.notFlow("category " + i);
        }
        counters.notFlow("category 0");

        assertThat(counters.notFlows())
                .hasSize(65)
                .containsEntry("category 0", 2L)
                .containsEntry(JobCounters.OTHER_REASON, 936L);
    }

    @Test
    void lettersAreSortedByTopicAndByFewCauses() {
        assertThat(LetterCause.of(SerializationException.class)).isEqualTo(LetterCause.UNREADABLE);
        assertThat(LetterCause.of(UnreadableFlowException.class)).isEqualTo(LetterCause.UNREADABLE);
        assertThat(LetterCause.of(RecordTooLargeException.class)).isEqualTo(LetterCause.TOO_LARGE);
        assertThat(LetterCause.of(IllegalStateException.class)).isEqualTo(LetterCause.FAILED);

        counters.deadLetter(new Letters("a", LetterCause.FAILED), "cause", "place");
        counters.deadLetter(new Letters("a", LetterCause.FAILED), "cause", "place");
        counters.deadLetter(new Letters("b", LetterCause.UNREADABLE), "cause", "place");

        assertThat(counters.deadLettersBySort())
                .isEqualTo(Map.of(
                        new Letters("a", LetterCause.FAILED), 2L,
                        new Letters("b", LetterCause.UNREADABLE), 1L));
        assertThat(counters.deadLetters()).isEqualTo(3);
    }

    @Test
    void theNewestFlowOfAnInputStaysTheNewest() {
        InputCounters input = counters.input("flows");
        assertThat(input.newestFlow()).isEmpty();

        input.flows(tally(Verdict.NONE, 2_000));
        input.flows(tally(Verdict.SESSION, 1_000));
        input.flows(new InputCounters.Tally());

        assertThat(input.newestFlow()).hasValue(2_000);
        assertThat(input.flows(Verdict.NONE)).isEqualTo(1);
        assertThat(input.flows(Verdict.SESSION)).isEqualTo(1);
        assertThat(input.flows(Verdict.PROBE)).isZero();
        assertThat(counters.input("flows")).isSameAs(input);
    }

    @Test
    void openStoriesOfATaskThatMovedAwayAreNotCounted() {
        OpenStories.Task moved = counters.stories().task(StoryKind.SERVER);
        OpenStories.Task stays = counters.stories().task(StoryKind.SERVER);
        OpenStories.Task scans = counters.stories().task(StoryKind.SCAN);
        moved.set(3);
        stays.set(2);
        scans.set(1);
        assertThat(counters.stories().open(StoryKind.SERVER)).isEqualTo(5);

        moved.close();

        assertThat(counters.stories().open(StoryKind.SERVER)).isEqualTo(2);
        assertThat(counters.stories().open(StoryKind.SCAN)).isEqualTo(1);
    }

    private static InputCounters.Tally tally(Verdict verdict, long endTime) {
        InputCounters.Tally tally = new InputCounters.Tally();
        tally.add(verdict, endTime);
        return tally;
    }
}
