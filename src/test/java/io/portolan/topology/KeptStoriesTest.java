package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KeptStoriesTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final int MANY = 30_000;

    @TempDir
    private Path folder;

    private KeyValueStore<Bytes, byte[]> store;
    private KeptStories stories;

    @BeforeEach
    void open() {
        var context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        store = StoryStage.store("stories").withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        stories = new KeptStories(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsDueComesOutOnceInTheOrderOfItsTimes() {
        stories.wake("b", NOON + 2);
        stories.wake("a", NOON + 2);
        stories.wake("c", NOON + 1);
        stories.wake("d", NOON + 3);

        assertThat(stories.nextDue(NOON + 2)).contains("c");
        assertThat(stories.nextDue(NOON + 2)).contains("a");
        assertThat(stories.nextDue(NOON + 2)).contains("b");
        assertThat(stories.nextDue(NOON + 2)).isEmpty();
        assertThat(stories.nextDue(NOON + 3)).contains("d");
    }

    @Test
    void whatIsNotedBeforeWhatWasTakenOutIsFoundNevertheless() {
        stories.wake("late", NOON + 9);
        assertThat(stories.nextDue(NOON + 9)).contains("late");
        assertThat(stories.nextDue(NOON + 20)).isEmpty();

        stories.wake("early", NOON);
        stories.wake("between", NOON + 5);

        assertThat(stories.nextDue(NOON + 20)).contains("early");
        assertThat(stories.nextDue(NOON + 20)).contains("between");
        assertThat(stories.nextDue(NOON + 20)).isEmpty();
    }

    @Test
    void aRestartFindsTheClockAndWhatIsStillDue() {
        stories.clock(NOON + 7);
        stories.put("a", "state".getBytes(StandardCharsets.UTF_8));
        stories.wake("a", NOON);

        KeptStories again = new KeptStories(store);

        assertThat(again.clock()).hasValue(NOON + 7);
        assertThat(again.nextDue(NOON + 7)).contains("a");
    }

    /** One that begins at the start each time passes all that was taken out before, and needs minutes. */
    @Test
    @Timeout(60)
    void takingOutTakesNoLongerTheMoreWasTakenOut() {
        for (int i = 0; i < MANY; i++) {
            stories.wake("story " + i, NOON + i);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < MANY; i++) {
            assertThat(stories.nextDue(NOON + MANY)).contains("story " + i);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(50));
    }
}
