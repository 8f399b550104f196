package io.portolan.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.judge.Rules;
import io.portolan.judge.Scene;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.Labeller;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenStoriesTest {
    private final LocalStoryStore store = new LocalStoryStore();

    @Test
    void whatIsKeptIsCountedAndWhatEndsIsNot() {
        Told told = new Told(StorySettings.defaults(), store);
        assertThat(stories().open()).isZero();

        told.session(0, "10.0.0.5:50000", "10.0.0.9:1274")
                .session(1, "10.0.0.6:50000", "10.0.0.9:1274")
                .session(2, "10.0.0.5:50001", "10.0.0.8:1274")
                .written();
        ServerStories again = stories();
        assertThat(again.open()).isEqualTo(2);

        again.advance(Long.MAX_VALUE);
        again.write();

        assertThat(again.open()).isZero();
        assertThat(stories().open()).isZero();
    }

    @Test
    void aStateThatCannotBeReadDoesNotStopTheCount() {
        new Told(StorySettings.defaults(), store)
                .session(0, "10.0.0.5:50000", "10.0.0.9:1274")
                .written();
        store.put("torn", new byte[] {'{'});

        assertThat(stories().open()).isEqualTo(1);
    }

    private ServerStories stories() {
        Rules rules = new Rules(List.of(Scene.RULE));
        Labeller labeller = new Labeller(ChangingRegistry.ofKnownPorts());
        return new ServerStories(new Ground(() -> rules, labeller::label, StorySettings.defaults(), store));
    }
}
